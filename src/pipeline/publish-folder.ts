import { mkdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";

const exists = async (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  );

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}

/** Takes the lock beside a folder, or throws a sentence; a lock whose owner has died is taken over. */
async function takeLock(folder: string): Promise<() => Promise<void>> {
  const lock = `${folder}.lock`;
  await mkdir(dirname(folder), { recursive: true });
  for (let attempt = 0; attempt < 2; attempt++) {
    try {
      await mkdir(lock);
      await writeFile(join(lock, "pid"), String(process.pid));
      return () => rm(lock, { recursive: true, force: true });
    } catch (error) {
      if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
      const pid = Number(await readFile(join(lock, "pid"), "utf8").catch(() => "0"));
      if (pid > 0 && pid !== process.pid && isRunning(pid)) {
        throw new Error(`Another build is writing ${folder} (process ${pid}). Wait for it, or end it.`);
      }
      await rm(lock, { recursive: true, force: true });
    }
  }
  throw new Error(`The lock ${lock} can't be taken. Delete it if no build is running.`);
}

/** Puts back the last good folder where a crash fell between the two renames of a swap. */
async function recover(folder: string): Promise<void> {
  if (!(await exists(folder)) && (await exists(`${folder}.old`))) await rename(`${folder}.old`, folder);
  await rm(`${folder}.old`, { recursive: true, force: true });
  await rm(`${folder}.new`, { recursive: true, force: true });
}

/**
 * Replaces a folder as a whole: `write` fills a new one beside it, and only when that has succeeded do the two change
 * places. Whatever fails, the last good folder stays. One build at a time: a second one throws a sentence.
 */
export async function replaceFolder(folder: string, write: (fresh: string) => Promise<void>): Promise<void> {
  const release = await takeLock(folder);
  try {
    await recover(folder);
    const fresh = `${folder}.new`;
    await mkdir(fresh, { recursive: true });
    await write(fresh);
    if (await exists(folder)) await rename(folder, `${folder}.old`);
    await rename(fresh, folder);
    await rm(`${folder}.old`, { recursive: true, force: true });
  } catch (error) {
    await recover(folder);
    throw error;
  } finally {
    await release();
  }
}
