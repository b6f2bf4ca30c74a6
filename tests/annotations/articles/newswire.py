"""Invented newswire in the habits of several kinds of outlet, each line beside the zone that it is."""

from annotations.model import ZoneName

Lines = tuple[tuple[ZoneName, str], ...]

AGENCY: Lines = (
    ("headline", "Port Sound ferry talks collapse, U.N. envoy to return"),
    (
        "caption",
        "Fishermen mend nets by the shelled customs house, Port Sound, Karvia May 3, 2016. REUTERS/Ida Bell",
    ),
    ("caption", "A ferry pilot looks over the breakwater on the second day of the truce in the rebel held harbour of"),
    ("byline", "By Ida Bell and Tom Orrin"),
    ("body", "PORT SOUND, Karvia (Reuters) – Harbour militias and the island's army traded mortar fire on Tuesday."),
    ("body", "“We heard eleven blasts before breakfast,” said Oda Venn, who runs the lighthouse."),
    ("crosshead", "NO FUEL"),
    ("body", "The envoy wants both sides to let tankers through by Friday."),
    (
        "caption",
        "Two children carry water past a burnt tram in Port Sound May 2, 2016. REUTERS/Sam Holt/File Photo",
    ),
    ("crosshead", "“A LONG WINTER”"),
    ("body", "The army denies shelling the market."),
    ("credit", "(This story corrects the envoy's title in paragraph 3)"),
    ("credit", "(Additional reporting by Lev Amsel in HIGH FEN; Writing by Tom Orrin; Editing by Pia Rost)"),
)
"""An agency's story as its clients print it."""

AMERICAN: Lines = (
    ("headline", "Island army says it will pull guns back from harbor"),
    ("byline", "By IDA BELL and LEV AMSEL, Associated Press"),
    (
        "caption",
        "FILE - In this April 9, 2016 file photo, a soldier guards a bridge. (AP Photo/Sam Holt, File)",
    ),
    ("body", "HIGH FEN, Karvia (AP) — The island army promised Monday to pull its guns back from the harbor."),
    ("body", "A spokesman said the withdrawal would begin within hours. It would be watched by monitors."),
    ("caption", "A woman walks past a wrecked bakery in Port Sound, Karvia, Monday, May 2, 2016."),
    ("body", "By Monday night none of the guns had moved, according to two residents reached by phone."),
    ("debris", "___"),
    ("credit", "Associated Press writers Jon Quill in High Fen and Ana Pell in Geneva contributed to this report."),
    ("debris", "___"),
    ("debris", "Follow Ida Bell on Twitter at https://twitter.example/idabell"),
    ("debris", "Copyright 2016 The Associated Press. All rights reserved. This material may not be published."),
)
"""An American agency's story on a newspaper's page."""

FRENCH: Lines = (
    ("headline", "Monitors enter besieged island quarter for first time"),
    ("byline", "AFP"),
    ("byline", "Updated 10:15 GMT"),
    (
        "caption",
        "A general view shows smoke over the quarter of High Fen on May 4, 2016 (AFP Photo/Noor Salim)",
    ),
    ("body", "High Fen (Karvia) (AFP) - Ceasefire monitors on Wednesday entered the besieged quarter of High Fen."),
    ("body", "They found about 300 families who had eaten nothing but beans since March."),
    ("body", '"It is worse than we were told," one of them told AFP.'),
    ("credit", "bur-isb/tor/pr"),
)
"""A French agency's, with a place and country in its dateline, and the desk's initials below."""

BROADCASTER: Lines = (
    ("debris", "Share this with"),
    ("debris", "Facebook"),
    ("headline", "Karvia crisis: Aid convoy reaches Port Sound"),
    ("byline", "4 May 2016"),
    ("caption", "Image copyright Getty Images"),
    ("caption", "Image caption The convoy was the first since January"),
    ("body", "A convoy of 14 lorries has reached the besieged Karvian town of Port Sound, the UN says."),
    ("body", "The army had turned back three others since the winter."),
    ("crosshead", "What is in the convoy?"),
    ("body", "Flour, baby milk and medicine for 6,000 people, according to the Red Crescent."),
    ("crosshead", "'Fragile calm'"),
    ("body", "Shells fell near the customs house an hour after the lorries left."),
    ("debris", "Media playback is unsupported on your device"),
    ("caption", "The lorries waited four days at the army's last checkpoint"),
    ("body", "Both sides deny that they fired first."),
    ("debris", "Related Topics"),
    ("debris", "Karvia"),
    ("debris", "More on this story"),
    ("debris", "Karvia: Who is fighting whom and why"),
    ("debris", "12 April 2016"),
)
"""A broadcaster's page."""

LOCAL: Lines = (
    ("debris", "Share"),
    ("headline", "TOWN MARKS A YEAR SINCE THE HARBOUR WAS BOMBED"),
    ("byline", "- 05.05.2016"),
    ("byline", "Written by Mara Ode | Port Sound Courier"),
    ("body", "Several hundred people marched through Port Sound on Thursday, a year after bombs struck the harbour."),
    ("debris", "Read more: Army admits bombing harbour"),
    ("debris", "Advertisement"),
    ("body", '"They killed my brother," said Jory Lund. "Nobody was arrested."'),
    ("body", "The mayor, who was wounded in the attack, laid a wreath. Despite the rain and threats by the"),
    ("body", "militia, the march ended peacefully."),
    ("caption", "Photo: Mara Ode"),
    ("debris", "Sign up for our newsletter"),
    ("debris", "2 comments"),
    ("credit", "Source: Port Sound Courier"),
)
"""A local paper's page, copied by hand."""

CHINESE: Lines = (
    ("headline", "Karvia, neighbors sign fishing accord"),
    ("byline", "Source: Xinhua | 2016-05-06 19:20:11"),
    ("body", "HIGH FEN, May 6 (Xinhua) -- Karvia and two neighbors signed a fishing accord here on Friday."),
    ("body", "It ends a dispute in which 11 trawlers were seized."),
    ("debris", "Enditem"),
)
"""A state agency's bulletin."""

SHOUTED: Lines = (
    ("headline", "REBELS FREE 12 SAILORS"),
    ("body", "PORT SOUND, MAY 7 (UPI) -- REBELS ON KARVIA FREED 12 SAILORS SATURDAY, THE HARBOR MASTER SAID."),
    ("body", "THE MEN HAD BEEN HELD SINCE MARCH. THEY WERE FED, ONE SAID, ON BEANS."),
)
"""An old wire in capitals throughout."""

ALL: dict[str, Lines] = {
    "agency": AGENCY,
    "american": AMERICAN,
    "french": FRENCH,
    "broadcaster": BROADCASTER,
    "local": LOCAL,
    "chinese": CHINESE,
    "shouted": SHOUTED,
}


def text(lines: Lines, between: str = "\n\n") -> str:
    """The article that the lines make."""
    return between.join(line for _, line in lines)
