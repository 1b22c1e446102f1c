"""The words by which a website's own text is told from an article's. Compared folded, in lower case."""


def word_set(words: str) -> frozenset[str]:
    """The words of a list written with blanks between them."""
    return frozenset(words.split())


LABELS = frozenset(
    {
        *("advertisement", "advertising", "sponsored", "sponsored content", "promoted", "skip to content", "loading"),
        *("share", "share this", "share this article", "share this story", "share on", "copy link", "print", "save"),
        *("email", "facebook", "twitter", "x", "whatsapp", "linkedin", "telegram", "reddit", "follow us", "follow"),
        *("read more", "read full story", "continue reading", "show more", "see more", "learn more", "more"),
        *("related", "related articles", "related stories", "related topics", "related news", "recommended"),
        *("most read", "trending", "trending now", "more on this story", "you may also like", "editors' picks"),
        *("tags", "topics", "categories", "filed under", "comments", "leave a comment", "no comments", "add comment"),
        *("subscribe", "subscribe now", "sign up", "sign in", "log in", "newsletter", "donate", "support us"),
        *("home", "menu", "search", "next", "previous", "back to top", "end of article", "new update", "update"),
        *("author-image", "author image", "listen", "listen to article", "listen to this article", "watch", "gallery"),
        *("editor's pick", "exclusive", "breaking", "breaking news", "latest", "latest news", "live"),
    }
)
"""A paragraph that says one of these and nothing else."""

AUTHOR_LABELS = frozenset(
    {
        *("author", "authors", "the author", "the authors", "about the author", "about the authors", "written by"),
        *("author-image", "author image", "contributor", "contributors", "story by", "reported by", "by"),
    }
)
"""Labels next to which a name of two or more words is an author's."""

LEADS = (
    *("share this ", "read more:", "read also", "also read", "see also:", "related:", "read next", "more from "),
    *("click here", "tap here", "sign up ", "subscribe to ", "subscribe now", "follow us ", "follow our ", "join our "),
    *("download our ", "get our ", "this article was originally published", "this article first appeared"),
    *("this story was originally published", "this article originally appeared", "originally published ", "copyright "),
    *("© ", "(c) 20", "all rights reserved", "the views expressed", "views expressed", "the opinions expressed"),
    *("opinions expressed", "disclaimer:", "tags:", "topics:", "categories:", "category:", "filed under"),
    *("source image:", "image source:", "image credit", "photo credit", "picture credit", "image:", "photo:"),
    *("filed under:", "posted in ", "skip to ", "support our ", "we use cookies", "this website uses cookies"),
)
"""How a paragraph of the site's own begins, if it is no longer than `LONGEST_FURNITURE` words."""

LONGEST_FURNITURE = 60

CAPTION_LEADS = (
    *("file photo", "file -", "file-", "photo:", "image:", "picture:", "photograph:", "caption:", "pictured:"),
    *("image source:", "image credit", "photo credit", "source image:", "in this photo", "in this image"),
)
"""How a picture's caption begins; one of at most `LONGEST_CREDIT` words is a credit alone, and so furniture."""

CAPTION_CREDITS = (
    *("getty images)", "/ap)", "(ap)", "ap photo)", "via ap)", "/reuters)", "/afp)", "/file photo)", "(file photo)"),
    *("/handout)", "[reuters]", "[afp]", "[ap]", "getty images", "file photo", "/reuters", "ap photo"),
)
"""How a caption ends."""

LONGEST_CREDIT = 6

AGENCIES = {
    "reuters": "Reuters",
    "ap": "Associated Press",
    "the associated press": "Associated Press",
    "associated press": "Associated Press",
    "afp": "Agence France-Presse",
    "agence france-presse": "Agence France-Presse",
    "xinhua": "Xinhua",
    "tass": "TASS",
    "interfax": "Interfax",
    "bloomberg": "Bloomberg",
    "bloomberg news": "Bloomberg",
    "upi": "United Press International",
    "dpa": "dpa",
    "pti": "Press Trust of India",
    "ani": "Asian News International",
    "ians": "Indo-Asian News Service",
    "efe": "EFE",
    "ansa": "ANSA",
    "kyodo": "Kyodo News",
    "kyodo news": "Kyodo News",
    "yonhap": "Yonhap",
    "anadolu": "Anadolu Agency",
    "anadolu agency": "Anadolu Agency",
    "anp": "ANP",
    "pa media": "PA Media",
}
"""News agencies whose reports others pass on, by the names they go by in bylines and datelines."""

STAFF = frozenset(
    {
        *("staff", "staff writer", "staff writers", "staff reporter", "staff reporters", "our correspondent"),
        *("our staff", "newsroom", "news desk", "web desk", "editorial board", "the editorial board", "agencies"),
    }
)
"""Bylines that name nobody."""

PARTICLES = word_set("van von der den de del della di da dos du la le bin ibn al el ben ter ten y e zu")
"""Small words inside a person's name."""

NOT_IN_NAMES = word_set(
    "the a an of and in on for to with from by news opinion analysis editorial world politics business sport sports "
    "technology tech culture expert speak debates commentary staff report reports update daily weekly times post "
    "edition section today breaking live exclusive read more share subscribe published updated why how what when "
    "objectives risks implications relations agreements reaction background key takeaways summary conclusion"
)
"""Words that no person is called by and that headings and labels often have."""

ROLES = word_set(
    "fellow professor lecturer reporter journalist correspondent editor author researcher assistant analyst writer "
    "columnist director freelance freelancer contributor scholar historian economist associate intern producer "
    "commentator chair scientist candidate student head president founder broadcaster novelist lawyer covers covering "
    "writes reports reporting focuses specialises specializes"
)
"""A biography says one of these of its subject."""
