//! Whether texts look like names of people.

use super::names::is_given;

/// Words that stand before or after a name.
const TITLES: &[&str] = &[
    "dr", "prof", "mr", "mrs", "ms", "miss", "herr", "frau", "dipl", "ing", "univ", "bsc", "msc",
    "mba", "phd", "md", "dds", "dvm", "jr", "sr", "ii", "iii", "iv", "sig", "dott", "mme", "mlle",
    "don", "doña", "pan", "pani", "mgr", "rer", "nat", "eng", "tekn", "med", "habil", "bc", "csc",
    "judr", "mudr", "dis", "mult", "hc", "b", "a", "sc", "ba", "ma", "monsieur", "madame", "señor",
    "señora", "sra",
];

/// Marks of companies.
const COMPANIES: &[&str] = &[
    "ltd",
    "inc",
    "llc",
    "plc",
    "corp",
    "gmbh",
    "ag",
    "kg",
    "kgaa",
    "ohg",
    "gbr",
    "ug",
    "se",
    "sa",
    "sarl",
    "sas",
    "srl",
    "spa",
    "slu",
    "slne",
    "sl",
    "nv",
    "bv",
    "ab",
    "as",
    "aps",
    "oy",
    "oyj",
    "ltda",
    "sp",
    "zoo",
    "sro",
    "kft",
    "zrt",
    "co",
    "company",
    "group",
    "holding",
    "holdings",
    "sons",
    "stiftung",
    "fundacja",
    "stichting",
    "limited",
    "partners",
    "associates",
    "asociados",
    "associati",
    "hermanos",
    "fils",
    "frères",
    "figli",
    "ooo",
    "ооо",
    "оао",
    "зао",
    "ао",
    "пао",
    "ип",
    "ев",
    "ev",
    "inc.",
    "eirl",
    "snc",
    "scop",
    "cooperativa",
    "gruppo",
    "şti",
    "株式会社",
    "有限会社",
    "有限公司",
    "bank",
    "hotel",
    "restaurant",
    "university",
    "institute",
    "kb",
    "hb",
    "og",
    "sncs",
    "doo",
    "aş",
    "bhd",
    "pvt",
    "pty",
    "and",
    "&",
    "und",
    "et",
    "e",
    "y",
    "i",
];

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split([' ', ',', '.', '(', ')', '/'])
        .filter(|word| !word.is_empty())
}

fn is_one_of(word: &str, list: &[&str]) -> bool {
    let lower = word.to_lowercase();
    list.contains(&lower.as_str())
}

/// Whether a text looks like that of a company.
pub(super) fn company(text: &str) -> bool {
    const WITHIN: &[&str] = &[
        "株式会社",
        "有限会社",
        "合同会社",
        "有限公司",
        "(주)",
        "(유)",
        "유한회사",
        "주식회사",
    ];
    WITHIN.iter().any(|mark| text.contains(mark))
        || words(text).count() > 1 && words(text).skip(1).any(|word| is_one_of(word, COMPANIES))
        || text.contains(" & ")
        || words(text).next().is_some_and(|word| {
            matches!(
                word.to_lowercase().as_str(),
                "ооо"
                    | "оао"
                    | "зао"
                    | "ао"
                    | "пао"
                    | "ип"
                    | "stichting"
                    | "fundacja"
                    | "grupo"
                    | "gruppo"
            )
        })
}

/// One or several words that may be part of a name: letters, apostrophes and hyphens only.
pub(super) fn name_part(text: &str) -> bool {
    let length = text.chars().count();
    let letters = text
        .chars()
        .filter(|each| each.is_alphabetic() || is_mark(*each))
        .count();
    (1..=40).contains(&length)
        && letters >= 1
        && words(text).count() <= 4
        && text.chars().all(|each| {
            each.is_alphabetic()
                || is_mark(each)
                || matches!(each, ' ' | '-' | '\'' | '’' | '.' | 'ʻ' | '`' | '\u{200c}')
        })
}

/// Vowel signs of Indian scripts are no letters by themselves.
fn is_mark(each: char) -> bool {
    matches!(each, '\u{900}'..='\u{dff}' | '\u{e30}'..='\u{e4e}' | '\u{64b}'..='\u{65f}' | '\u{300}'..='\u{36f}')
        || each == '\u{200d}'
}

/// A name of a given and a family name, with or without a title.
pub(super) fn full_name(text: &str) -> bool {
    let length = text.chars().count();
    if !(2..=60).contains(&length) || text.chars().any(|each| each.is_numeric()) || company(text) {
        return false;
    }
    let plain = text.chars().all(|each| {
        each.is_alphabetic()
            || is_mark(each)
            || matches!(
                each,
                ' ' | '-' | '\'' | '’' | '.' | ',' | '(' | ')' | '/' | '\u{200c}' | '`'
            )
    });
    let core = core(text);
    if !plain
        || core.first().is_none_or(|first| is_one_of(first, OF_PLACES))
        || core.last().is_none_or(|last| is_one_of(last, END_PLACES))
    {
        return false;
    }
    if is_cjk(text) {
        return (2..=6).contains(&length);
    }
    (2..=5).contains(&core.len()) && core.iter().filter(|word| capitalised(word)).count() >= 2
}

/// Words with which towns and not people begin.
const OF_PLACES: &[&str] = &[
    "north", "south", "east", "west", "new", "lake", "port", "saint", "st", "fort", "mount", "bad",
    "san", "santa", "villa", "sankt",
];

/// And those with which they end.
const END_PLACES: &[&str] = &[
    "ville", "city", "town", "village", "island", "springs", "falls", "beach",
];

fn core(text: &str) -> Vec<&str> {
    words(text)
        .filter(|word| !is_one_of(word, TITLES))
        .collect()
}

pub(super) fn is_cjk(text: &str) -> bool {
    text.chars()
        .any(|each| matches!(each, '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{ac00}'..='\u{d7af}'))
}

fn capitalised(word: &str) -> bool {
    // Scripts without case have no capitals to ask for.
    word.chars()
        .next()
        .is_some_and(|first| first.is_uppercase() || first.is_alphabetic() && !first.is_lowercase())
}

/// Whether a common given name is among the words.
pub(super) fn has_given_name(text: &str) -> bool {
    words(text).flat_map(|word| word.split('-')).any(is_given)
}

/// A family name that begins a name written in Chinese, Japanese or Korean.
pub(super) fn has_family_name(text: &str) -> bool {
    const FAMILIES: &str = "王李张張刘劉陈陳杨楊黄黃赵趙吴吳周徐孙孫马馬朱胡郭何林罗羅高郑鄭梁谢謝宋唐许許韩韓冯馮邓鄧曹彭曾肖田董袁潘于蒋蔡余杜叶\
        程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤\
        김이박최정강조윤장임한오서신권황안송류전홍고문양손배백허유남심노하곽성차주우구민진지엄채원천방공현함변염여추도소석선설마길연위표명기반왕금옥육인맹제모";
    const PAIRS: &[&str] = &[
        "佐藤",
        "鈴木",
        "高橋",
        "田中",
        "渡辺",
        "伊藤",
        "山本",
        "中村",
        "小林",
        "加藤",
        "吉田",
        "山田",
        "佐々木",
        "山口",
        "松本",
        "井上",
        "木村",
        "斎藤",
        "清水",
        "山崎",
        "阿部",
        "池田",
        "橋本",
        "山下",
        "石川",
        "中島",
        "前田",
        "藤田",
        "小川",
        "後藤",
        "岡田",
        "長谷川",
        "村上",
        "近藤",
        "石井",
        "坂本",
        "遠藤",
        "青木",
        "藤井",
        "西村",
        "福田",
        "太田",
        "三浦",
        "岡本",
        "松田",
        "中川",
        "中野",
        "原田",
        "小野",
    ];
    PAIRS.iter().any(|family| text.starts_with(family))
        || (2..=4).contains(&text.chars().count())
            && text
                .chars()
                .next()
                .is_some_and(|first| FAMILIES.contains(first))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn people_are_told_from_companies_and_things() {
        for name in [
            "Grace Hopper",
            "Dr. Walter Oderwald B.A.",
            "José da Silva",
            "佐藤 明美",
            "Ефим Фокич Савин",
        ] {
            assert!(full_name(name), "{name}");
        }
        for other in [
            "Smith and Sons",
            "Soto Ltd",
            "Berlin",
            "Chair 12",
            "ООО Ромашка",
        ] {
            assert!(!full_name(other), "{other}");
        }
        assert!(has_given_name("Hans-Peter Maier"));
        assert!(!has_given_name("Ergonomic Steel Chair"));
    }
}
