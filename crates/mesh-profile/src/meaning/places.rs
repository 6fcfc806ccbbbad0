//! Countries and currencies.

use std::{collections::HashSet, sync::LazyLock};

use super::header::fold;

static NAMES: LazyLock<HashSet<String>> =
    LazyLock::new(|| COUNTRIES.split('|').map(|name| fold(name.trim())).collect());

/// A country's name in English, German, French, Spanish or Italian.
pub(super) fn country(text: &str) -> bool {
    NAMES.contains(&fold(text))
}

/// An ISO 3166 code of two or three letters.
pub(super) fn country_code(text: &str) -> bool {
    let listed = |list: &str| list.split_whitespace().any(|code| code == text);
    match text.len() {
        2 => listed(ALPHA_2),
        3 => listed(ALPHA_3),
        _ => false,
    }
}

/// An ISO 4217 code, or a sign.
pub(super) fn currency(text: &str) -> bool {
    matches!(
        text,
        "€" | "$" | "£" | "¥" | "₹" | "₽" | "₩" | "₺" | "zł" | "kr" | "Fr."
    ) || text.len() == 3 && CURRENCIES.split_whitespace().any(|code| code == text)
}

const ALPHA_2: &str = "AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR \
    BS BT BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET \
    FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ \
    IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML \
    MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS \
    PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL \
    TM TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW";

const ALPHA_3: &str = "AFG ALB DZA AND AGO ARG ARM AUS AUT AZE BHS BHR BGD BRB BLR BEL BLZ BEN BTN BOL BIH BWA BRA \
    BRN BGR BFA BDI KHM CMR CAN CPV CAF TCD CHL CHN COL COM COG COD CRI CIV HRV CUB CYP CZE DNK DJI DMA DOM ECU EGY \
    SLV GNQ ERI EST SWZ ETH FJI FIN FRA GAB GMB GEO DEU GHA GRC GRD GTM GIN GNB GUY HTI HND HKG HUN ISL IND IDN IRN \
    IRQ IRL ISR ITA JAM JPN JOR KAZ KEN KIR PRK KOR KWT KGZ LAO LVA LBN LSO LBR LBY LIE LTU LUX MDG MWI MYS MDV MLI \
    MLT MHL MRT MUS MEX FSM MDA MCO MNG MNE MAR MOZ MMR NAM NRU NPL NLD NZL NIC NER NGA MKD NOR OMN PAK PLW PSE PAN \
    PNG PRY PER PHL POL PRT PRI QAT ROU RUS RWA KNA LCA VCT WSM SMR STP SAU SEN SRB SYC SLE SGP SVK SVN SLB SOM ZAF \
    SSD ESP LKA SDN SUR SWE CHE SYR TWN TJK TZA THA TLS TGO TON TTO TUN TUR TKM TUV UGA UKR ARE GBR USA URY UZB VUT \
    VEN VNM YEM ZMB ZWE";

const CURRENCIES: &str = "AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP \
    BYN BZD CAD CDF CHF CLP CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF \
    GTQ GYD HKD HNL HRK HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR \
    LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP \
    PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP \
    TRY TTD TWD TZS UAH UGX USD UYU UZS VES VND VUV WST XAF XCD XOF XPF YER ZAR ZMW ZWL";

const COUNTRIES: &str = "Afghanistan|Albania|Algeria|Andorra|Angola|Argentina|Armenia|Australia|Austria|Azerbaijan|\
    Bahamas|Bahrain|Bangladesh|Barbados|Belarus|Belgium|Belize|Benin|Bhutan|Bolivia|Bosnia and Herzegovina|Botswana|\
    Brazil|Brunei|Bulgaria|Burkina Faso|Burundi|Cambodia|Cameroon|Canada|Cape Verde|Chad|Chile|China|Colombia|Comoros|\
    Congo|Costa Rica|Croatia|Cuba|Cyprus|Czech Republic|Czechia|Denmark|Djibouti|Dominica|Dominican Republic|Ecuador|\
    Egypt|El Salvador|Equatorial Guinea|Eritrea|Estonia|Eswatini|Ethiopia|Fiji|Finland|France|Gabon|Gambia|Georgia|\
    Germany|Ghana|Greece|Greenland|Grenada|Guatemala|Guinea|Guinea-Bissau|Guyana|Haiti|Honduras|Hong Kong|Hungary|\
    Iceland|India|Indonesia|Iran|Iraq|Ireland|Israel|Italy|Jamaica|Japan|Jordan|Kazakhstan|Kenya|Kiribati|Korea|\
    Kosovo|Kuwait|Kyrgyzstan|Laos|Latvia|Lebanon|Lesotho|Liberia|Libya|Liechtenstein|Lithuania|Luxembourg|Madagascar|\
    Malawi|Malaysia|Maldives|Mali|Malta|Mauritania|Mauritius|Mexico|Micronesia|Moldova|Monaco|Mongolia|Montenegro|\
    Morocco|Mozambique|Myanmar|Namibia|Nauru|Nepal|Netherlands|New Zealand|Nicaragua|Niger|Nigeria|North Korea|\
    North Macedonia|Norway|Oman|Pakistan|Palau|Panama|Papua New Guinea|Paraguay|Peru|Philippines|Poland|Portugal|\
    Puerto Rico|Qatar|Romania|Russia|Russian Federation|Rwanda|Samoa|San Marino|Saudi Arabia|Senegal|Serbia|Seychelles|\
    Sierra Leone|Singapore|Slovakia|Slovenia|Solomon Islands|Somalia|South Africa|South Korea|South Sudan|Spain|\
    Sri Lanka|Sudan|Suriname|Sweden|Switzerland|Syria|Taiwan|Tajikistan|Tanzania|Thailand|Togo|Tonga|\
    Trinidad and Tobago|Tunisia|Turkey|Türkiye|Turkmenistan|Tuvalu|Uganda|Ukraine|United Arab Emirates|\
    United Kingdom|United States|United States of America|USA|UK|Uruguay|Uzbekistan|Vanuatu|Venezuela|Vietnam|Yemen|\
    Zambia|Zimbabwe|Deutschland|Österreich|Schweiz|Frankreich|Italien|Spanien|Niederlande|Belgien|Luxemburg|Dänemark|\
    Schweden|Norwegen|Finnland|Polen|Tschechien|Slowakei|Ungarn|Rumänien|Bulgarien|Griechenland|Türkei|Kroatien|\
    Slowenien|Serbien|Irland|Großbritannien|Vereinigtes Königreich|Vereinigte Staaten|Russland|Japan|Indien|Brasilien|\
    Kanada|Mexiko|Australien|Südafrika|Ägypten|Marokko|Litauen|Lettland|Estland|Island|Allemagne|Autriche|Suisse|\
    Italie|Espagne|Pays-Bas|Belgique|Danemark|Suède|Norvège|Finlande|Pologne|Tchéquie|Hongrie|Roumanie|Bulgarie|Grèce|\
    Turquie|Croatie|Irlande|Royaume-Uni|États-Unis|Russie|Chine|Japon|Inde|Brésil|Mexique|Australie|Maroc|Algérie|\
    Tunisie|Alemania|Suiza|Francia|Italia|España|Países Bajos|Bélgica|Dinamarca|Suecia|Noruega|Finlandia|Polonia|\
    Hungría|Rumanía|Grecia|Turquía|Irlanda|Reino Unido|Estados Unidos|Rusia|Japón|Brasil|México|Marruecos|Germania|\
    Svizzera|Spagna|Paesi Bassi|Belgio|Svezia|Norvegia|Polonia|Ungheria|Regno Unito|Stati Uniti|Cina|Giappone";
