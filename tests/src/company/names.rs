//! Names and sentences of a company that doesn't exist.

use crate::campaign::Seeded;

const FIRST: [&str; 60] = [
    "Ada",
    "Agnieszka",
    "Aiko",
    "Amara",
    "Anders",
    "Aoife",
    "Béla",
    "Bilal",
    "Björn",
    "Camila",
    "Carlos",
    "Chiara",
    "Chidi",
    "Dilek",
    "Dmitri",
    "Eleni",
    "Élodie",
    "Emre",
    "Fatima",
    "Femke",
    "Giulia",
    "Grace",
    "Hana",
    "Hassan",
    "Ingrid",
    "Ivana",
    "Jamal",
    "Jonas",
    "José",
    "Karin",
    "Kateřina",
    "Kwame",
    "Lars",
    "Leila",
    "Lucía",
    "Magnus",
    "Małgorzata",
    "Mei",
    "Mireille",
    "Nadia",
    "Ngozi",
    "Nikola",
    "Noor",
    "Oksana",
    "Olivier",
    "Paula",
    "Priya",
    "Rafael",
    "Rosa",
    "Saoirse",
    "Sibusiso",
    "Sofia",
    "Søren",
    "Tariq",
    "Tomasz",
    "Ulrike",
    "Viktor",
    "Wanjiru",
    "Yusuf",
    "Zuzana",
];

const LAST: [&str; 80] = [
    "Adeyemi",
    "Alvarez",
    "Andersson",
    "Baker",
    "Bianchi",
    "Bondarenko",
    "Brandt",
    "Byrne",
    "Čapek",
    "Castillo",
    "Chen",
    "Cohen",
    "Costa",
    "Dąbrowski",
    "Demir",
    "Diallo",
    "Dubois",
    "Eriksen",
    "Farouk",
    "Fernández",
    "Fischer",
    "Fontaine",
    "Garcia",
    "Georgiou",
    "Größe",
    "Gupta",
    "Haddad",
    "Hansen",
    "Horvat",
    "Hughes",
    "Ibrahim",
    "Ito",
    "Jansen",
    "Jovanović",
    "Kaya",
    "Kim",
    "Kovács",
    "Kowalski",
    "Kuznetsova",
    "Larsen",
    "Lindqvist",
    "Lopez",
    "Maier",
    "Martins",
    "Mbeki",
    "Moreau",
    "Müller",
    "Murphy",
    "Nakamura",
    "Ndlovu",
    "Nguyen",
    "Nielsen",
    "Novak",
    "Nowak",
    "O’Brien",
    "Okafor",
    "Oliveira",
    "Papadopoulos",
    "Park",
    "Patel",
    "Pereira",
    "Popescu",
    "Ramirez",
    "Rossi",
    "Sato",
    "Schmidt",
    "Silva",
    "Singh",
    "Smith",
    "Suzuki",
    "Svensson",
    "Tanaka",
    "Taylor",
    "van Dijk",
    "Vargas",
    "Virtanen",
    "Weber",
    "Wójcik",
    "Yılmaz",
    "Zieliński",
];

const AREAS: [(&str, &str); 20] = [
    ("Sales", "what our shops, web store and app sell"),
    (
        "Logistics",
        "where every piece is, from the mill to the wardrobe",
    ),
    ("Customers", "who buys from us, and how they are served"),
    ("Merchandise", "articles, prices and the season's range"),
    ("Finance", "what we earn, owe and own"),
    ("Human resources", "who works here, and under which terms"),
    ("Manufacturing", "cutting, sewing and what it takes"),
    ("Procurement", "what we buy, from whom and for how much"),
    ("Quality", "what was checked, and what came back"),
    ("Marketing", "campaigns, audiences and what they moved"),
    ("Web store", "visits, baskets and what they became"),
    ("Retail stores", "shops, tills and opening hours"),
    ("Wholesale", "partners who sell what we make"),
    ("Sustainability", "water, energy and where fibres come from"),
    ("Legal", "contracts, claims and consent"),
    ("Facilities", "buildings, leases and their upkeep"),
    ("Technology", "systems, incidents and changes"),
    ("Planning", "what we buy and cut for the next season"),
    ("Returns", "what comes back, and what becomes of it"),
    ("Loyalty", "members, points and what they are spent on"),
];

const REGIONS: [(&str, [&str; 6]); 6] = [
    (
        "Northern Europe",
        [
            "Sweden", "Norway", "Denmark", "Finland", "Ireland", "Iceland",
        ],
    ),
    (
        "Western Europe",
        [
            "Germany",
            "France",
            "Netherlands",
            "Belgium",
            "Austria",
            "Switzerland",
        ],
    ),
    (
        "Southern Europe",
        ["Spain", "Italy", "Portugal", "Greece", "Croatia", "Malta"],
    ),
    (
        "Eastern Europe",
        [
            "Poland", "Czechia", "Hungary", "Romania", "Ukraine", "Slovakia",
        ],
    ),
    (
        "Americas",
        [
            "United States",
            "Canada",
            "Mexico",
            "Brazil",
            "Chile",
            "Colombia",
        ],
    ),
    (
        "Asia Pacific",
        [
            "Japan",
            "Korea",
            "Singapore",
            "Australia",
            "India",
            "Vietnam",
        ],
    ),
];

const TOPICS: [&str; 12] = [
    "corrections",
    "daily operations",
    "forecasts",
    "history",
    "master data",
    "measurements",
    "partners",
    "reporting",
    "risks",
    "services",
    "targets",
    "transactions",
];

const SUBJECTS: [&str; 40] = [
    "orders",
    "order lines",
    "receipts",
    "baskets",
    "shipments",
    "parcels",
    "stock",
    "stock counts",
    "articles",
    "prices",
    "discounts",
    "vouchers",
    "invoices",
    "payments",
    "reminders",
    "budgets",
    "suppliers",
    "contracts",
    "deliveries",
    "defects",
    "complaints",
    "inspections",
    "visits",
    "campaigns",
    "audiences",
    "members",
    "points",
    "returns",
    "refunds",
    "shops",
    "tills",
    "shifts",
    "machines",
    "materials",
    "fibres",
    "energy use",
    "leases",
    "incidents",
    "changes",
    "plans",
];

const GRAINS: [&str; 8] = [
    "All",
    "Daily",
    "Weekly",
    "Monthly",
    "Open",
    "Closed",
    "Checked",
    "Estimated",
];

/// One of these.
pub(crate) fn pick<'a, T>(random: &mut Seeded, of: &'a [T]) -> &'a T {
    let at = random.below(of.len() as u64);
    &of[usize::try_from(at).unwrap_or_default()]
}

/// Somebody's name.
pub(crate) fn person(random: &mut Seeded) -> String {
    format!("{} {}", pick(random, &FIRST), pick(random, &LAST))
}

/// A domain of the company before it has an id: its name, its purpose and the place of the one above it.
#[derive(Debug, Clone)]
pub(crate) struct PlannedDomain {
    pub(crate) name: String,
    pub(crate) purpose: String,
    pub(crate) above: Option<usize>,
}

/// The company's domains, `count` at most, parents before children: areas, their regions, countries, and topics where
/// chance puts them.
pub(crate) fn domains(random: &mut Seeded, count: usize) -> Vec<PlannedDomain> {
    let mut planned: Vec<PlannedDomain> = Vec::new();
    let mut below = |above: Option<usize>, name: String, purpose: String| {
        planned.push(PlannedDomain {
            name,
            purpose,
            above,
        });
        planned.len() - 1
    };
    let areas: Vec<usize> = AREAS
        .iter()
        .map(|(name, about)| {
            below(
                None,
                (*name).to_owned(),
                format!("Everything about {about}."),
            )
        })
        .collect();
    let mut regions = Vec::new();
    for (area, (name, about)) in AREAS.iter().enumerate() {
        for (region, (place, _)) in REGIONS.iter().enumerate() {
            let purpose = format!("In {place}: {about}.");
            let at = below(Some(areas[area]), format!("{name} {place}"), purpose);
            regions.push((area, region, at));
        }
    }
    let mut countries = Vec::new();
    for (area, region, above) in regions {
        let (name, about) = AREAS[area];
        for place in &REGIONS[region].1[..4] {
            let purpose = format!("In {place}: {about}, with what the law there asks for.");
            let at = below(Some(above), format!("{name} {place}"), purpose);
            countries.push((area, *place, at));
        }
    }
    let mut taken = std::collections::HashSet::new();
    let all = countries.len() * TOPICS.len();
    while planned.len() < count && taken.len() < all {
        let (area, place, above) = *pick(random, &countries);
        let topic = *pick(random, &TOPICS);
        if !taken.insert((above, topic)) {
            continue;
        }
        let (name, about) = AREAS[area];
        planned.push(PlannedDomain {
            name: format!("{name} {place} {topic}"),
            purpose: format!("The {topic} of {name} in {place}: {about}."),
            above: Some(above),
        });
    }
    planned.truncate(count);
    planned
}

/// Name and purpose of a domain's product, other ones for each `number` below 320.
pub(crate) fn product(domain: &str, number: usize) -> (String, String) {
    let subject = SUBJECTS[number % SUBJECTS.len()];
    let grain = GRAINS[number / SUBJECTS.len() % GRAINS.len()];
    (
        format!("{grain} {subject}, {domain}"),
        format!(
            "{grain} {subject} as {domain} keeps them, one row each, for whoever plans or reports with them."
        ),
    )
}
