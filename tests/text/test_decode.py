"""Which encoding bytes are read in, and when they are no text."""

from __future__ import annotations

import random
import time

import pytest
from charset_normalizer import from_bytes
from hypothesis import given
from hypothesis import strategies as st

from copydesk.text.decode import codec_of, decode, is_binary, wide_codec

SPOKEN = {
    "french": ("cp1252", "Le préfet a dit mardi que la passerelle de Sérignac resterait fermée jusqu’à l’été. « Nous n’avons "
     "pas d’autre choix », a-t-il déclaré après une réunion où les élus étaient présents."),
    "german": ("cp1252", "Die Bürgermeisterin von Nordmühl sagte, die Brücke müsse länger gesperrt bleiben. „Wir können das "
     "Risiko nicht tragen“, erklärte sie vor Journalisten."),
    "spanish": ("cp1252", "El alcalde de Peñalosa anunció el martes que la línea férrea seguirá cerrada. «No hay más opción», "
     "dijo ante los periodistas después de la reunión con los técnicos."),
    "quotes": ("cp1252", "The harbour board would not reopen the north quay before spring. “We can’t take that risk,” its "
     "chair told reporters — adding that the café would stay shut."),
    "one accent": ("cp1252", "The harbour board said on Tuesday that the café on the north quay would stay shut."),
    "one quote": ("cp1252", "The harbour board said on Tuesday that it can’t reopen the quay."),
    "two words": ("cp1252", "It’s"),
    "one word": ("cp1252", "café"),
    "headline": ("cp1252", "Sérignac: le pont fermé"),
    "portuguese": ("latin-1", "O ministro disse que a situação não é fácil e que as negociações começarão amanhã em São Bento."),
    "swedish": ("cp1252", "Kommunalrådet sade på tisdagen att bron förblir stängd till våren. Vi har inget annat val."),
    "icelandic": ("cp1252", "Bæjarstjórinn sagði á þriðjudag að brúin yrði lokuð fram á vor. Við eigum engra kosta völ."),
    "italian": ("cp1252", "Il sindaco ha detto che il ponte resterà chiuso perché non c’è altra possibilità; così la città dovrà "
     "aspettare."),
    "polish": ("cp1250", "Burmistrz Żółkowa powiedział, że most pozostanie zamknięty do końca roku. Część mieszkańców "
     "protestuje przeciwko tej decyzji."),
    "polish iso": ("iso8859-2", "Burmistrz Żółkowa powiedział, że most pozostanie zamknięty do końca roku. Część mieszkańców "
     "protestuje przeciwko tej decyzji."),
    "czech": ("cp1250", "Starosta obce Horní Lípa v úterý oznámil, že most zůstane uzavřen až do jara. „Nemáme jinou "
     "možnost,“ řekl novinářům."),
    "hungarian": ("cp1250", "A polgármester bejelentette, hogy a híd tavaszig zárva marad. Nincs más lehetőségünk, mondta, és "
     "hűvös időt ígért."),
    "romanian": ("cp1250", "Primarul a anunţat marţi că podul va rămâne închis până în primăvară. Nu avem altă soluţie, a "
     "spus el ziariştilor în şedinţă."),
    "croatian": ("cp1250", "Načelnik općine izjavio je da će most ostati zatvoren do proljeća. Nemamo drugog izbora, rekao "
     "je, uz žaljenje građana."),
    "lithuanian": ("cp1257", "Miesto meras pranešė, kad tiltas liks uždarytas iki pavasario. Neturime kitos išeities, sakė "
     "jis žurnalistams. Šią žiemą bus šalta."),
    "latvian": ("cp1257", "Pilsētas mērs otrdien paziņoja, ka tilts būs slēgts līdz pavasarim. Mums nav citas izvēles."),
    "turkish": ("cp1254", "Belediye başkanı köprünün ilkbahara kadar kapalı kalacağını açıkladı. Başka seçeneğimiz yok, dedi."),
    "russian": ("cp1251", "Глава порта сообщил во вторник, что северный причал не откроется до весны. «У нас нет выбора»."),
    "russian koi8": ("koi8-r", "Глава порта сообщил во вторник, что северный причал не откроется до весны. Выбора нет."),
    "greek": ("cp1253", "Ο δήμαρχος ανακοίνωσε την Τρίτη ότι η γέφυρα θα παραμείνει κλειστή μέχρι την άνοιξη."),
    "arabic": ("cp1256", "أعلن رئيس البلدية يوم الثلاثاء أن الجسر سيبقى مغلقا حتى الربيع المقبل."),
    "hebrew": ("cp1255", "ראש העיר הודיע ביום שלישי כי הגשר יישאר סגור עד האביב הבא."),
    "thai": ("cp874", "นายกเทศมนตรีประกาศเมื่อวันอังคารว่าสะพานจะปิดจนถึงฤดูใบไม้ผลิปีหน้า"),
    "chinese": ("gb18030", "市长星期二宣布,大桥将关闭至明年春天。他对记者说,我们别无选择。"),
    "chinese big5": ("big5", "市長星期二宣布,大橋將關閉至明年春天。他對記者說,我們別無選擇。"),
    "japanese": ("cp932", "市長は火曜日、橋を来年春まで閉鎖すると発表した。記者団に対し、ほかに方法がないと述べた。"),
    "japanese euc": ("euc_jp", "市長は火曜日、橋を来年春まで閉鎖すると発表した。記者団に対し、ほかに方法がないと述べた。"),
    "japanese 7 bit": ("iso2022_jp", "市長は火曜日、橋を来年春まで閉鎖すると発表した。"),
    "korean": ("cp949", "시장은 화요일 다리를 내년 봄까지 폐쇄한다고 발표했다. 그는 기자들에게 다른 방법이 없다고 말했다."),
}  # fmt: skip


@pytest.mark.parametrize("language", SPOKEN)
def test_short_texts_are_read_in_the_encoding_they_were_written_in(language: str) -> None:
    codec, text = SPOKEN[language]
    decoded = decode(text.encode(codec))
    assert decoded is not None
    assert decoded.text == text


def test_the_alphabets_earn_their_place() -> None:
    """If the guess alone came to read all of these, the alphabets could go."""
    alone = [from_bytes(text.encode(codec)).best() for codec, text in SPOKEN.values()]
    right = sum(str(best) == text for best, (_, text) in zip(alone, SPOKEN.values(), strict=True))
    assert right < len(SPOKEN)


LINES = st.text(st.characters(exclude_categories=("Cs", "Cc", "Co", "Cn")), min_size=1)


@given(LINES, st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "utf-32"]))
def test_unicode_is_read_back(text: str, codec: str) -> None:
    decoded = decode(text.encode(codec))
    assert decoded is not None
    assert decoded.text == text.removeprefix("\ufeff")
    assert not is_binary(text.encode(codec))


@given(st.text(st.characters(max_codepoint=0xFF, exclude_categories=("Cc",)), min_size=1))
def test_what_is_read_from_latin_bytes_writes_them_again(text: str) -> None:
    """Single bytes bear no proof of their code page; what is read must at least lose none of them."""
    data = text.encode("latin-1")
    decoded = decode(data)
    if decoded is not None and "\ufffd" not in decoded.text:
        assert decoded.text.encode(decoded.encoding) == data


@pytest.mark.parametrize("codec", ["utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
@pytest.mark.parametrize(
    "text", ["The quay\nis shut.", "Глава порта, да.", "一个市长星期二宣布,大桥将关闭 a", "😀 a smile 12"]
)
def test_wide_text_needs_no_mark(text: str, codec: str) -> None:
    data = text.encode(codec)
    decoded = decode(data)
    assert decoded is not None
    assert (decoded.text, decoded.encoding) == (text, codec)
    assert wide_codec(data) == codec
    assert not is_binary(data)


def test_a_wide_text_longer_than_the_sample_is_read_whole() -> None:
    text = "The quay 😀 is shut. " * 5_000
    for codec in ("utf-16-le", "utf-32-be"):
        decoded = decode(text.encode(codec))
        assert decoded is not None
        assert decoded.text == text


@pytest.mark.parametrize(
    "data",
    [
        b"\x00" * 10,
        b"\x01\x00\x02\x00\x03\x00\x04\x00",
        b"abc\x00",
        bytes(range(32)) * 20,
        random.Random(3).randbytes(5_000),
        b"\x7fELF" + b"\x02\x01\x01" + b"\x00" * 9 + b"text",
    ],
)
def test_binary_is_told(data: bytes) -> None:
    assert is_binary(data)


@pytest.mark.parametrize("data", [b"", b"plain", b"tab\tand\r\nline\x0cfeed", b"x" * 200 + b"\x00", "é".encode() * 9])
def test_text_is_not_binary(data: bytes) -> None:
    assert not is_binary(data)


def test_bytes_that_no_encoding_makes_text_of() -> None:
    noise = random.Random(1)
    assert decode(bytes(noise.randrange(128, 256) for _ in range(4_000))) is None


def test_a_few_broken_places_do_not_change_the_encoding() -> None:
    text = "Le préfet a déclaré que la passerelle était fermée jusqu’à l’été, a-t-on appris à Sérignac. "
    data = text.encode() + b"Ici \xe9 une panne. " + text.encode() + "é".encode()[:1]
    decoded = decode(data)
    assert decoded is not None
    assert decoded.encoding == "utf-8"
    assert decoded.text == text + "Ici \ufffd une panne. " + text + "\ufffd"


def test_a_declared_encoding_is_believed_where_the_bytes_agree() -> None:
    text = "O ministro disse que a situação é fácil"
    decoded = decode(text.encode("mac_roman"), "macintosh")
    assert decoded is not None
    assert decoded.text == text
    lied = decode(text.encode(), "iso-8859-1")
    assert lied is not None
    assert (lied.text, lied.encoding) == (text, "utf-8")
    thai = decode("café".encode("cp1252"), "shift_jis")
    assert thai is not None
    assert thai.text == "café"


@pytest.mark.parametrize(
    ("label", "codec"),
    [
        ("ISO-8859-1", "cp1252"),
        (" latin1 ", "cp1252"),
        ("GB2312", "gb18030"),
        ("windows-1250", "cp1250"),
        ("iso-8859-15", "iso8859_15"),
        ("UTF8", "utf-8"),
        ("utf-16", "utf-8"),
        ("koi8-r", "koi8_r"),
        ("utf-7", None),
        ("rot13", None),
        ("zip", None),
        ("hex", None),
        ("unicode_escape", None),
        ("idna", None),
        ("cp037", None),
        ("no such encoding", None),
        ("x\x00y", None),
        ("", None),
    ],
)
def test_labels_name_only_codecs_of_text(label: str, codec: str | None) -> None:
    assert codec_of(label) == codec


def test_a_hostile_file_costs_no_more_than_a_look() -> None:
    noise = random.Random(2)
    high = bytes(noise.randrange(128, 256) for _ in range(4_096))
    started = time.perf_counter()
    decode(high * 2_048)
    decode(b"a" * 8_000_000 + high)
    decode(("é à ñ abc " * 400_000).encode("cp1252"))
    assert time.perf_counter() - started < 4
