"""Paragraphs that say nothing: links, credits, captions, buttons, bylines and what press offices put around a text."""

from __future__ import annotations

import re

# A line of boilerplate is at most so long, a caption with its credit too.
LONGEST, LONGEST_CAPTION = 200, 500

_BUTTONS = re.compile(
    r"""
    (?:all\ news|(?:latest|world|breaking)\ news|top\ stories|advertisement\b.{0,40}|advertising
      |print(?:\ article)?|e-?mail|tweet|share|(?:\d+\ )?comments?|menu|home|search
      |leave\ a\ (?:comment|reply)|load(?:ing)?(?:\ more)?(?:…|\.\.\.)?
      |facebook|twitter|whatsapp|telegram|linkedin|pdf|embed|listen|play|back\ to\ top
      |(?:next|previous)\ (?:article|story|post)|skip\ to\ .{0,30}|text\ size|a\+\ ?a-
      |trending|most\ (?:read|viewed|popular)|editor['’]?s['’]?\ picks?
      |you\ may\ also\ like|recommended(?:\ for\ you)?|what\ to\ (?:read|watch|know)(?:\ next)?|watch|video|photos?
      |related(?:\ (?:stories|articles|news|topics|content|coverage|posts))?):?
    |(?:read|see|learn|know|find\ out|view)\ (?:more|also|next)\b.{0,150} |also\ read\b.*
    |related\ (?:information|links?|documents?)\b.{0,80} |back\ to\ (?:index|list|page).{0,20}
    |(?:related|watch|listen|must\ read|don['’]t\ miss)\s?[:|].*
    |more\ (?:on|about|from)\ (?:this|world|asia|africa|europe|news)\b.* |home\ ?[/>|].*
    |\d+\ (?:hours?|days?|mins?|weeks?)\ ago.{0,50}
    |(?:share|tweet|print)\ (?:this|on|via|with)\b.* |follow\ (?:us|@\w+|.{1,30}\ on)\b.* |click\ (?:here|to)\b.*
    |(?:subscribe|sign\ up|log\ in|sign\ in)\b[^.]*\.? |get\ the\ latest\b.* |download\ (?:the|our)\b.*app\b.*
    |listen\ to\ this\ article.* |(?:story\ )?continue[sd]?\ (?:reading\ )?below.* |\d+\ min(?:ute)?s?\ read
    |your\ email\ address\ will\ not\b.* |view\ (?:source|original)\b.*
    |(?:tags?|topics?|keywords?|categor(?:y|ies)|filed\ under|author|phone|tel|fax|e-?mail|website|contacts?):.*
    |(?:\W*[a-z]{2}-[a-z]{2}\d?\b)+ |advanced\ settings |\[(?:place|source|full\ text|notes?)\].*
    |(?:https?://|www\.)\S+ |\S+@\S+\.\w+
    |[\W\d_]{1,40}
    """,
    re.VERBOSE | re.IGNORECASE,
)
_CREDITS = re.compile(
    r"""
    (?:©|\(c\)|copyright\b).* |.{0,80}all\ rights\ reserved\.?
    |(?:published|updated|posted|last\ (?:updated|modified)|modified|issued)(?:\ (?:at|on|by))?:?\s.{0,20}\d.{0,40}
    |\(?(?:reporting|editing|writing|additional\ reporting|compiled|edited|written|translated)\ by\ .*
    |.{0,60}\(@\w+\).{0,60}
    |our\ standards:.* |with\ (?:inputs?|reporting)\ (?:from|by)\b.* |\(with\ .{0,40}inputs?.*\) |source\s?:.*
    |(?:this\ (?:article|story)\ (?:was\ |has\ been\ )?)?(?:originally|first)\ (?:published|appeared|posted)\b.*
    |\(?(?:except\ for\ the\ headline,?\ )?this\ (?:story|report|article)\ (?:has|was)\ (?:not\ been\ edited|auto).*
    |(?:from\ )?(?:our|staff|special|a)\ (?:own\ )?(?:correspondent|reporter|staff\ reporter)s?(?:\ in\ .{1,40})?
    |(?:news|web|world|foreign|online|international)\ desk|agencies|news\ agencies
    |the\ (?:views|opinions)\ (?:expressed|contained)\b.* |disclaimer\b.* |the\ (?:author|writer)\ is\b.*
    |(?:editor['’]s\ )?notes?(?:\ to\ (?:the\ )?editors?)?:.* |notes?\ (?:to|for)\ (?:the\ )?editors?
    |[\W]{0,4}the\ (?:foregoing|above)\ is\ a(?:n)?\ (?:provisional|unofficial|courtesy)\ translation\b.*
    |\((?:updates?|adds?|recasts?|corrects?|refiles?|releads?|new\ throughout)\b.*\)
    """,
    re.VERBOSE | re.IGNORECASE,
)
_OFFICE = re.compile(
    r"""
    for\ (?:immediate|general|internal)\ (?:release|use).{0,40} |(?:not\ )?for\ (?:publication|release).{0,40}
    |(?:press|media|news)\ (?:release|statement|note|communiqu[eé]|advisory|information)s?
      (?:\ ?(?:\#|no\.?|n°|number)?\ ?[\d/-]+)?
    |(?:ref(?:erence)?|no|n°|doc(?:ument)?)\.?:?\ ?[\w./-]*\d[\w./-]*
    |readout|transcript|statement|communiqu[eé]|(?:unofficial|courtesy|provisional|informal)\ translation
    |\((?:unofficial|courtesy)?\ ?translat(?:ed|ion).{0,40}\) |translated\ from\ \w+
    |check\ against\ delivery |as\ delivered
    |embargo(?:ed)?\b.{0,60} |advance\ for\ .{0,40}
    |(?:u\.?s\.?\ )?(?:department|ministry)\ of\ (?:state|(?:foreign|external)\ affairs)
      (?:\ of\ (?:the\ )?[\w\ ]{1,50})?
    |(?:office|bureau)\ of\ (?:the\ )?(?:press|spokes|public|media|communication).{0,60}
    |[\W_]{0,6}(?:ends?|more|ms|enditem|30|0|eom|mtf)[\W_]{0,6}
    |for\ (?:further|more|media|press)\ (?:information|inquiries|enquiries|details)\b.*
    |distributed\ by\ .{1,60}\ on\ behalf\ of\b.*
    """,
    re.VERBOSE | re.IGNORECASE,
)
_CAPTIONS = re.compile(
    r"""
    (?:file\ )?(?:photo|image|picture|video|graphic)s?(?:\ (?:credit|source|courtesy)s?)?(?:\ by|\ of)?\s*[:/©|].*
    |(?:file\ photo|photo\ by|image\ by|getty\ images|ap\ photo|epa[-/]).*
    |file\s[-–—].* |(?:file\ -\ )?(?:in|on)\ this\ .{1,40}\ (?:file\ )?(?:photo|image|picture|frame)\b.*
    |(?:this\ )?(?:file\ )?(?:photo|image|picture|combo)\ (?:taken|released|provided|shows?|made|combination)\b.*
    """,
    re.VERBOSE | re.IGNORECASE,
)
# What the end of a caption says of where the picture is from.
_PICTURED = re.compile(
    r"""
    (?:[(\[](?:(?:ap|file|afp)\ )?(?:photo\b|image\b|picture\b|xinhua/|reuters/).{0,80}[)\]]\.?
    |(?<=[.)]\ )(?:reuters|afp|epa|ap|xinhua)/[a-z].{1,60} |\bafp\ photo\b.{0,60}
    |[/©—–|]\s?(?:getty\ images|afp|ap|reuters|tass|epa(?:-efe)?|ria\ novosti|sputnik|xinhua|anadolu)
    |[\s|](?:photo|image|picture)(?:\ credits?)?\s?:\ .{1,60})$
    """,
    re.VERBOSE | re.IGNORECASE,
)
# An agency's name or a name alone; a byline is no sentence: "By Monday the troops had left."
_AGENCY = re.compile(
    r"(?:AFP|AP|UPI|Reuters|REUTERS|Xinhua|TASS|Sputnik|DPA|dpa|ANI|PTI|IANS|APP|UNB|BSS)(?:[,/ ].{0,30})?(?<![.!?])"
)
_BYLINE = re.compile(
    r"(?i:by):? (?:[A-Z][\w.'’-]+)(?: (?:and |[a-z]{2,3} )?[A-Z][\w.'’-]+){0,7}(?:,? .{0,40})?(?<![.!?…])$"
)


def says_nothing(line: str) -> bool:
    """Return whether the paragraph ``line`` is a link, a credit, a caption, a byline or the like."""
    if len(line) > LONGEST_CAPTION:
        return False
    if line[:3].lower() == "by ":
        return _BYLINE.match(line) is not None
    if _CAPTIONS.fullmatch(line) is not None or _PICTURED.search(line[-120:]) is not None:
        return True
    return len(line) <= LONGEST and any(
        kind.fullmatch(line) for kind in (_BUTTONS, _CREDITS, _OFFICE, _AGENCY, _BYLINE)
    )
