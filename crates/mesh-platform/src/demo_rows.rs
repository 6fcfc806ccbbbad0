//! The sample company's rows: made by a seeded generator, the same on every machine.

use std::fmt::Write;

/// A small generator (SplitMix64, Steele et al. 2014): plain, seeded, the same everywhere.
struct Seeded(u64);

impl Seeded {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    fn below(&mut self, end: usize) -> usize {
        (self.next() % end as u64) as usize
    }

    fn pick<'v>(&mut self, values: &[&'v str]) -> &'v str {
        values[self.below(values.len())]
    }
}

const STORES: [&str; 8] = [
    "Hamburg", "Lyon", "Porto", "Ghent", "Turin", "Leeds", "Malmö", "Kraków",
];
const CHANNELS: [&str; 3] = ["Store", "Web", "App"];
const ARTICLES: [(&str, &str, u32); 12] = [
    ("JN-101", "Straight jeans, raw", 11900),
    ("JN-102", "Tapered jeans, indigo", 12900),
    ("JN-110", "Wide jeans, ecru", 13900),
    ("JK-201", "Denim jacket, type III", 18900),
    ("JK-205", "Chore coat", 16900),
    ("SH-301", "Chambray shirt", 8900),
    ("SH-304", "Work shirt, hickory", 9900),
    ("TS-401", "Heavy T-shirt, white", 4500),
    ("TS-402", "Heavy T-shirt, navy", 4500),
    ("AC-501", "Leather belt", 6900),
    ("AC-502", "Bandana, red", 1900),
    ("AC-505", "Tote bag, canvas", 3900),
];
const SIZES: [&str; 5] = ["XS", "S", "M", "L", "XL"];

/// Orders of one season: 2,400 rows as CSV.
pub(crate) fn orders() -> String {
    let mut random = Seeded(7_420);
    let mut csv = String::from(
        "Order no.,Ordered on,Channel,Store,Article,Size,Quantity,\"Price (EUR), net\",Returned\n",
    );
    for number in 0..2_400 {
        let day = random.below(90);
        let (month, day) = (9 + day / 30, 1 + day % 30);
        let channel = random.pick(&CHANNELS);
        let store = if channel == "Store" {
            random.pick(&STORES)
        } else {
            ""
        };
        let (article, _, cents) = ARTICLES[random.below(ARTICLES.len())];
        let quantity = 1 + random.below(3);
        let returned = if random.below(100) < 12 { "yes" } else { "no" };
        let size = random.pick(&SIZES);
        let net = f64::from(cents) / 100.0 / 1.2;
        let _ = writeln!(
            csv,
            "SO-{:06},2026-{month:02}-{day:02},{channel},{store},{article},{size},{quantity},{net:.2},{returned}",
            400_000 + number
        );
    }
    csv
}

/// Stock on hand by store and article: 96 rows as CSV.
pub(crate) fn stock() -> String {
    let mut random = Seeded(2_026);
    let mut csv = String::from("Store;Article;Name;On hand;Reserved;Counted on\n");
    for store in STORES {
        for (article, name, _) in ARTICLES {
            let on_hand = random.below(120);
            let reserved = random.below(on_hand / 4 + 1);
            let day = 1 + random.below(18);
            let _ = writeln!(
                csv,
                "{store};{article};\"{name}\";{on_hand};{reserved};2026-11-{day:02}"
            );
        }
    }
    csv
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_sample_company_is_the_same_everywhere() {
        assert_eq!(orders(), orders());
        assert_eq!(orders().lines().count(), 2_401);
        assert_eq!(stock().lines().count(), 97);
        assert!(
            orders()
                .lines()
                .nth(1)
                .is_some_and(|row| row.starts_with("SO-400000,2026-"))
        );
    }
}
