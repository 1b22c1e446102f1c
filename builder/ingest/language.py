"""The script and the language of a text, by its letters and its commonest words."""

import unicodedata
from collections import Counter

from builder.model.text import words_of

_BY_SCRIPT = {
    "GREEK": "el",
    "HEBREW": "he",
    "THAI": "th",
    "HANGUL": "ko",
    "HIRAGANA": "ja",
    "KATAKANA": "ja",
    "CJK": "zh",
    "DEVANAGARI": "hi",
    "BENGALI": "bn",
    "TAMIL": "ta",
    "GEORGIAN": "ka",
    "ARMENIAN": "hy",
}
_BY_WORDS = {
    "LATIN": {
        "en": "the of and to a in that is was for it with as on are by this have from which has an be he his not but they said at",
        "fr": "le la les des et est dans une du que pour qui sur pas au par avec sont ce plus",
        "de": "der die und das ist nicht den von mit dem ein eine auf für im sich auch wird dass zu",
        "es": "el la los las que y en una por con del para es se su no más como al ha",
        "pt": "o os que não em uma um com para da do dos das é se mais ao pelo são foi",
        "it": "il di che la è per una non con del della gli sono nel alla più da le anche ha",
        "nl": "de het een van en dat niet is op te zijn met voor hij maar ook aan er om bij",
        "pl": "i w nie na że się z do jest to jak po co przez ale od za są oraz który",
        "sv": "och att det som en på är av för med till den inte har om ett var från vi de",
        "tr": "ve bir bu için ile da de çok olarak daha olan gibi kadar sonra ne en değil ama",
        "vi": "và của là có không được trong cho với các một những người đã này khi để từ đến về",
        "id": "yang dan di untuk dengan dari ini itu pada tidak dalam akan ke adalah oleh juga telah",
        "cs": "a je se na že v to s z do pro jako ale by jsou podle od při který byl",
    },
    "CYRILLIC": {
        "uk": "і та що не на у в з до за про для як це від але його є або був",
        "ru": "и в не на что с по как это из за его для от но к он а у был",
        "bg": "и на да се от за е в с не че по са ще към това като до ги",
    },
    "ARABIC": {
        "ar": "في من على أن إلى عن التي الذي هذا مع هذه ما لا كان بين",
        "fa": "و در به از که این است را با برای آن یک شد می بود",
    },
}
UNKNOWN = "und"
_LEAST_SHARE = 0.08  # of the words: running text of any of these languages has at least twice as many
_CLEAR_SHARE_OF_FEW = 0.4  # a ship or a club of that language has an article or two in its name
_STRAY_SHARE, _CLEAR_SHARE = 0.05, 0.2  # names and loan words of another language, and its running text


def script_of(text: str) -> str | None:
    """The script of most of the letters, by the first word of their Unicode names; None without letters."""
    scripts: Counter[str] = Counter()
    for letter, times in Counter(text).items():
        if letter.isalpha():
            scripts[unicodedata.name(letter, "?").split()[0]] += times
    return min(scripts, key=lambda s: (-scripts[s], s)) if scripts else None


def detect_language(text: str) -> str:
    """The ISO 639-1 code of the language the text is mostly in, "und" where it is unclear."""
    script = script_of(text)
    if script is None:
        return UNKNOWN
    if script == "CJK" and any("\u3040" <= c <= "\u30ff" for c in text):
        return "ja"
    if script in _BY_SCRIPT:
        return _BY_SCRIPT[script]
    shares = _shares(text, script)
    best = max(shares, key=lambda language: (shares[language], language), default=None)
    return best if best is not None and shares[best] >= _LEAST_SHARE else UNKNOWN


def is_in_another(text: str, language: str, *, short: bool = False) -> bool:
    """Whether a paragraph is clearly not in this language: hardly one of its common words, and many of another's.

    One that is `short`, a sentence, has none of its common words, and more of another's.
    """
    shares = _shares(text, script_of(text) or "")
    stray, clear = (0.0, _CLEAR_SHARE_OF_FEW) if short else (_STRAY_SHARE, _CLEAR_SHARE)
    return language in shares and shares[language] <= stray and max(shares.values()) >= clear


def _shares(text: str, script: str) -> dict[str, float]:
    """For each language of the script the part of the text's words that are common words of it."""
    words = Counter(words_of(text))
    total = max(1, words.total())
    return {
        language: sum(words[w] for w in common.split()) / total
        for language, common in _BY_WORDS.get(script, {}).items()
    }
