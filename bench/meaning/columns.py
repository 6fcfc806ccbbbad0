"""Makes columns of personal data and of what looks like it with Faker, one JSON object a line.

Usage: columns.py SEED ROWS HALF. Each column belongs to one half, `tuning` or `judging`, by a hash of the seed and of what it
is; nothing but the tuning half may be looked at while the rules are changed.
"""

import hashlib
import json
import random
import sys

from faker import Faker
from headers import NOTHING, PERSONAL, THINGS

SEED, ROWS, HALF = int(sys.argv[1]), int(sys.argv[2]), sys.argv[3]

LOCALES = """ar_SA bg_BG cs_CZ da_DK de_AT de_CH de_DE el_GR en_AU en_CA en_GB en_IE en_IN en_US es_AR es_ES es_MX
et_EE fi_FI fr_CA fr_CH fr_FR he_IL hi_IN hr_HR hu_HU it_IT ja_JP ko_KR lt_LT lv_LV nl_BE nl_NL no_NO pl_PL pt_BR pt_PT
ro_RO ru_RU sk_SK sl_SI sv_SE th_TH tr_TR uk_UA vi_VN zh_CN zh_TW""".split()


def luhn_number(draw, length, prefix=""):
    digits = prefix + "".join(draw.choice("0123456789") for _ in range(length - 1 - len(prefix)))
    total = 0
    for place, digit in enumerate(reversed(digits)):
        value = int(digit) * (2 if place % 2 == 0 else 1)
        total += value - 9 if value > 9 else value
    return digits + str((10 - total % 10) % 10)


def grouped(text):
    return " ".join(text[at:at + 4] for at in range(0, len(text), 4))


def birth_date(fake, form):
    return fake.date_of_birth(minimum_age=18, maximum_age=90).strftime(form)


FORMS = {
    "de": "%d.%m.%Y", "cs": "%d.%m.%Y", "pl": "%d.%m.%Y", "fi": "%d.%m.%Y", "ru": "%d.%m.%Y", "no": "%d.%m.%Y",
    "fr": "%d/%m/%Y", "es": "%d/%m/%Y", "it": "%d/%m/%Y", "pt": "%d/%m/%Y", "en": "%m/%d/%Y", "nl": "%d-%m-%Y",
    "ja": "%Y年%m月%d日", "zh": "%Y/%m/%d",
}

PEOPLE = {
    "email": [lambda f, d: f.email(), lambda f, d: f.company_email(), lambda f, d: f.ascii_free_email()],
    "phone": [lambda f, d: f.phone_number()],
    "national-id": [lambda f, d: f.ssn()],
    "iban": [lambda f, d: f.iban(), lambda f, d: grouped(f.iban())],
    "card-number": [lambda f, d: f.credit_card_number()],
    "first-name": [lambda f, d: f.first_name()],
    "last-name": [lambda f, d: f.last_name()],
    "full-name": [lambda f, d: f.name(), lambda f, d: f"{f.last_name()}, {f.first_name()}"],
    "birth-date": [
        lambda f, d: birth_date(f, "%Y-%m-%d"),
        lambda f, d: birth_date(f, FORMS.get(f.locales[0][:2], "%Y-%m-%d")),
    ],
    "street-address": [lambda f, d: f.street_address(), lambda f, d: f.address().replace("\n", ", ")],
    "ip-address": [lambda f, d: f.ipv4(), lambda f, d: f.ipv6(), lambda f, d: f.ipv4_private()],
    "user-name": [lambda f, d: f.user_name()],
}

ADJECTIVES = "Ergonomic Handmade Rustic Sleek Small Practical Refined Generic Fantastic Licensed Incredible".split()
MATERIALS = "Steel Wooden Cotton Granite Rubber Plastic Concrete Metal Leather Bronze Marble".split()
NOUNS = "Chair Table Keyboard Shirt Car Towels Pizza Bike Lamp Mouse Shoes Hat Gloves Salad".split()

OTHERS = {
    "order that passes Luhn": lambda f, d: luhn_number(d, 16, "4000" + d.choice("0123")),
    "long number that passes Luhn": lambda f, d: luhn_number(d, 16),
    "article that passes Luhn": lambda f, d: luhn_number(d, 9),
    "tracking number": lambda f, d: f.numerify("############"),
    "contract of eleven digits": lambda f, d: f.numerify("%##########"),
    "product code like an IBAN": lambda f, d: f.bothify("??##").upper() + f.numerify("################"),
    "version like an IP address": lambda f, d: f"{d.randint(1, 20)}.{d.randint(0, 30)}.{d.randint(0, 40)}.{d.randint(0, 99)}",
    "part number like a phone number": lambda f, d: f.numerify("###-###-####"),
    "batch like a social security number": lambda f, d: f.numerify("##-##-####"),
    "barcode": lambda f, d: f.ean13(),
    "book number": lambda f, d: f.isbn13(),
    "product": lambda f, d: f"{d.choice(ADJECTIVES)} {d.choice(MATERIALS)} {d.choice(NOUNS)}",
    "company": lambda f, d: f.company(),
    "city": lambda f, d: f.city(),
    "country": lambda f, d: f.country(),
    "country code": lambda f, d: f.country_code(),
    "postcode": lambda f, d: f.postcode(),
    "color": lambda f, d: f.color_name(),
    "job": lambda f, d: f.job(),
    "sentence": lambda f, d: f.sentence(nb_words=9),
    "url": lambda f, d: f.url(),
    "uuid": lambda f, d: f.uuid4(),
    "hash": lambda f, d: f.md5(),
    "count": lambda f, d: str(d.randint(0, 5000)),
    "price": lambda f, d: f"{d.uniform(1, 900):.2f}",
    "order date": lambda f, d: f.date_between("-3y").isoformat(),
    "moment": lambda f, d: f.date_time_this_decade().isoformat(sep=" "),
    "epoch": lambda f, d: str(d.randint(1_500_000_000, 1_760_000_000)),
    "file": lambda f, d: f.file_name(),
    "host": lambda f, d: f.hostname(),
    "currency": lambda f, d: f.currency_code(),
    "language": lambda f, d: f.language_name(),
    "invoice": lambda f, d: f"INV-{d.randint(2019, 2026)}-{d.randint(1, 99999):05}",
    "status": lambda f, d: d.choice(["open", "paid", "sent", "late"]),
    "yes or no": lambda f, d: d.choice(["yes", "no"]),
    "time of day": lambda f, d: f.time(),
    "latitude": lambda f, d: str(f.latitude()),
    "percent": lambda f, d: f"{d.randint(0, 100)}%",
    "bank": lambda f, d: f.swift(),
    "user agent": lambda f, d: f.user_agent(),
    "slogan": lambda f, d: f.catch_phrase(),
    "id of a customer": lambda f, d: str(d.randint(10_000, 99_999)),
}


def written(header, draw):
    """A header as one of the many programs that write them would."""
    words = header.split(" ")
    return draw.choice([
        header, "_".join(words).lower(), header.upper(), header.title(), "".join(words),
        "_".join(words).upper(), words[0].lower() + "".join(word.title() for word in words[1:]),
    ])


def column(what, kind, locale, header, telling, make):
    mark = hashlib.sha256(f"{SEED}:{what}:{locale}:{header}".encode()).digest()
    if HALF != ("judging" if mark[8] % 2 else "tuning"):
        return
    draw = random.Random(mark)
    fake = FAKERS[locale]
    fake.seed_instance(int.from_bytes(mark[:8], "big"))
    try:
        values = [str(make(fake, draw)) for _ in range(ROWS)]
    except (AttributeError, NotImplementedError):
        return
    share = draw.choice([0, 0, 0.02, 0.3])
    values = [value for value in values if draw.random() >= share] or values
    print(json.dumps({
        "what": what, "kind": kind, "locale": locale,
        "telling": telling, "header": written(header, draw), "values": values,
    }, ensure_ascii=False))


FAKERS = {locale: Faker(locale) for locale in LOCALES}

for locale in LOCALES:
    language = locale[:2]
    for kind, makers in PEOPLE.items():
        known = PERSONAL[kind]
        for number, make in enumerate(makers):
            draw = random.Random(f"{SEED}:{locale}:{kind}:{number}")
            own = known.get(language, [])
            chosen = draw.sample(known["en"], 2) + draw.sample(own, min(2, len(own)))
            for header in dict.fromkeys(chosen):
                column(f"{kind} {number}", kind, locale, header, True, make)
            column(f"{kind} {number}", kind, locale, draw.choice(NOTHING), False, make)
    for what, make in OTHERS.items():
        draw = random.Random(f"{SEED}:{locale}:{what}")
        for header in draw.sample(THINGS[what], min(2, len(THINGS[what]))):
            column(what, None, locale, header, True, make)
        column(what, None, locale, draw.choice(NOTHING), False, make)
