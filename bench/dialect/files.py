"""Makes hostile delimited files whose reading is known: values from Faker, everything around them by a seed."""

import random
from dataclasses import dataclass

from faker import Faker

LOCALES = ["en_US", "de_DE", "fr_FR", "pl_PL", "es_ES", "it_IT", "nl_NL", "sv_SE", "cs_CZ", "pt_BR"]
#: How often each delimiter is met; rarer ones are there, but don't decide the outcome.
DELIMITERS = [",", ",", ",", ",", ";", ";", ";", "\t", "\t", "|", ":", "^", "~"]
ENCODINGS = ["utf-8", "utf-8", "utf-8", "utf-8-sig", "cp1252", "cp1252", "utf-16"]
NEWLINES = ["\n", "\n", "\r\n", "\r\n", "\r"]


@dataclass
class Made:
    """A file and its only right reading."""

    name: str
    data: bytes
    encoding: str
    delimiter: str
    quote: str
    skipped: int
    header: bool
    #: The header first where there is one.
    table: list[list[str]]


def kinds(fake, draw):
    """Makers of values, each for a column of its own."""
    decimal = draw.choice([".", ","])
    def money():
        text = f"{draw.uniform(-9_000, 90_000):.2f}"
        return text.replace(".", decimal)
    return {
        "id": lambda: str(draw.randint(1, 10**7)),
        "code": lambda: fake.bothify("??-####-##").upper(),
        "name": fake.name,
        "company": fake.company,
        "address": lambda: fake.address().replace("\n", draw.choice([", ", "\n", " / "])),
        "email": fake.email,
        "url": fake.url,
        "when": lambda: fake.date_time_this_decade().strftime("%Y-%m-%d %H:%M:%S"),
        "day": lambda: fake.date_this_decade().strftime("%d.%m.%Y"),
        "clock": lambda: fake.time(),
        "amount": money,
        "share": lambda: f"{draw.random():.3f}".replace(".", decimal),
        "yes": lambda: draw.choice(["yes", "no"]),
        "text": lambda: fake.sentence(nb_words=draw.randint(2, 12)),
        "quoted": lambda: f'{fake.word()} "{fake.word()}" {fake.word()}',
        "list": lambda: draw.choice([", ", "; ", "|", "/"]).join(fake.words(draw.randint(1, 4))),
        "path": lambda: fake.file_path(depth=3),
        "empty": lambda: draw.choice(["", "", fake.word()]),
        "ipv4": fake.ipv4,
        "phone": fake.phone_number,
    }


def cell(value, delimiter, quote, always):
    """A value as it is written; None where it can't be."""
    needs = any(sign in value for sign in (delimiter, "\n", "\r")) or (quote and quote in value)
    if quote == "":
        return None if needs else value
    if always or needs or (value != value.strip() and value):
        return quote + value.replace(quote, quote * 2) + quote
    return value


def make(seed, number):
    """File `number` of a seed; the same every time."""
    draw = random.Random(f"{seed}-{number}")
    fake = Faker(draw.choice(LOCALES))
    fake.seed_instance(draw.randint(0, 2**31))
    makers = kinds(fake, draw)
    delimiter = draw.choice(DELIMITERS)
    quote = draw.choice(['"', '"', '"', '"', "'", ""])
    always = quote != "" and draw.random() < 0.25
    header = draw.random() < 0.85
    columns = draw.choice([2, 2, 3, 3, 4, 5, 6, 8, 12])
    chosen = draw.sample(sorted(makers), columns)
    rows = draw.choice([2, 3, 5, 8, 20, 50, 150])
    table = [[f"{kind}_{draw.choice(['a', 'b', 'c'])}" if draw.random() < 0.5 else fake.word().title() + f" {at}"
              for at, kind in enumerate(chosen)]] if header else []
    table += [[makers[kind]() for kind in chosen] for _ in range(rows)]
    newline = draw.choice(NEWLINES)
    lines = []
    for row in table:
        # What this way of writing can't hold is written without it, as careful people do.
        for at, value in enumerate(row):
            if cell(value, delimiter, quote, always) is None:
                for sign in (delimiter, "\n", "\r"):
                    value = value.replace(sign, " ")
            row[at] = value
        lines.append(delimiter.join(cell(value, delimiter, quote, always) for value in row))
    # A table of which nobody could say what parts its values isn't asked for.
    preamble = []
    if draw.random() < 0.2:
        preamble = [fake.sentence(nb_words=4).rstrip("."), f"{fake.word()}: {fake.date_this_decade()}", ""][:draw.randint(1, 3)]
        preamble = [line.replace(delimiter, " ") for line in preamble]
    text = newline.join(preamble + lines) + (newline if draw.random() < 0.8 else "")
    encoding = draw.choice(ENCODINGS)
    try:
        data = text.encode(encoding)
    except UnicodeEncodeError:
        encoding = "utf-8"
        data = text.encode(encoding)
    return Made(f"{number}.csv", data, encoding, delimiter, quote, len(preamble), header, table)
