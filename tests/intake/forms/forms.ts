/** One invented group, Tea at Three, in every form that we read; ids, numbers and addresses are nobody's. */
const service = {
  id: "5b1f3b2e-0d55-4c59-9d7b-7a7f6f3f0001",
  name: "Tea at Three",
  description: "Tea and talk for women.",
  status: "active",
};
const location = { latitude: 51.52, longitude: -0.07 };
const address = { address_1: "1 Example Street", city: "London", state_province: "London", postal_code: "E1 9ZZ" };

export const forms: Readonly<Record<string, string | Readonly<Record<string, string>>>> = {
  csv: `Service name;Details;Organisation Name;Address 1;Post Code;Languages spoken;Tel No.;Web site
Tea at Three;Tea and talk for women.;Example Women;1 Example Street;e1 9zz;Somali | Bangla;020 8699 4000;www.example.org
`,
  geojson: JSON.stringify({
    type: "FeatureCollection",
    features: [
      {
        type: "Feature",
        geometry: { type: "Point", coordinates: [-0.07, 51.52] },
        properties: {
          TITLE: "Tea at Three",
          Details: "Tea and talk for women.",
          Provider: "Example Women",
          ADDRESS_1: "1 Example Street",
          POSTCODE: "E19ZZ",
          Languages: ["Somali", "Bangla"],
          TELEPHONE: "02086994000",
          Web_Link: "https://www.example.org",
        },
      },
    ],
  }),
  "open-referral": JSON.stringify({
    total_items: 1,
    total_pages: 1,
    page_number: 1,
    size: 1,
    first_page: true,
    last_page: true,
    contents: [
      {
        ...service,
        organization: { id: "5b1f3b2e-0d55-4c59-9d7b-7a7f6f3f0002", name: "Example Women", description: "A group" },
        url: "https://www.example.org",
        languages: [{ id: "a", name: "Somali" }, { id: "b", name: "Bengali", code: "bn" }, { id: "c" }],
        contacts: [{ id: "d", phones: [{ id: "e", number: "020 8699 4000" }] }],
        service_at_locations: [{ id: "f", location: { ...location, addresses: [address] } }],
      },
    ],
  }),
  "open-referral-1": JSON.stringify({
    totalElements: 1,
    totalPages: 1,
    number: 1,
    content: [
      {
        ...service,
        id: 7,
        organisation: { id: 2, name: "Example Women" },
        url: "https://www.example.org",
        languages: [{ language: "Somali" }, { language: "Bangla" }],
        contacts: [{ id: 1, phone: "020 8699 4000" }],
        locations: [{ ...address, geometry: { type: "Point", coordinates: [-0.07, 51.52] } }],
        regular_schedules: [{ weekday: "Monday", opens_at: "10:00", closes_at: "12:00" }],
      },
    ],
  }),
  airtable: JSON.stringify({
    records: [
      {
        id: "rec1",
        createdTime: "2026-01-01T00:00:00.000Z",
        fields: {
          Name: "Tea at Three",
          Description: "Tea and talk for women.",
          Organisation: ["Example Women"],
          Address: "1 Example Street",
          "Post code": "E1 9ZZ",
          Languages: ["Somali", "Bangla"],
          Telephone: "020 8699 4000",
          Websites: "https://www.example.org",
        },
      },
    ],
  }),
  json: JSON.stringify({
    services: [
      {
        id: 1,
        name: "Tea at Three",
        description: "Tea and talk for women.",
        contact: { telephone: "020 8699 4000", website: "www.example.org" },
        organization: { id: 9, name: "Example Women", status: "published" },
        languages: [{ name: "Somali" }, { name: "Bangla" }],
        locations: [{ latitude: "51.52", longitude: "-0.07", address1: "1 Example Street", postalCode: "E1 9ZZ" }],
        status: "active",
      },
    ],
  }),
  "open-referral-tables": {
    "services.csv":
      "id,organization_id,name,description,status,url\r\r\ns1,o1,Tea at Three,Tea and talk for women.,active,https://www.example.org\r\n",
    "organization.csv": "id,name,description\no1,Example Women,A group\n",
    "languages.csv": "id,service_id,name\nl1,s1,Somali\nl2,s1,Bangla\n",
    "contacts.csv": "id,service_id,name\nc1,s1,Maria\n",
    "phones.csv": "id,contact_id,number\np1,c1,020 8699 4000\n",
    "service_at_location.csv": "id,service_id,location_id\nat1,s1,loc1\n",
    "locations.csv": "id,location_type,latitude,longitude\nloc1,physical,51.52,-0.07\n",
    "addresses.csv": "id,location_id,address_1,city,postal_code,country\na1,loc1,1 Example Street,London,E1 9ZZ,GB\n",
    "accessibility.csv": "",
  },
};
