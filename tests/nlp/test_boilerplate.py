"""What is around a text and is no part of it."""

import pytest

from kg.nlp.boilerplate import says_nothing


@pytest.mark.parametrize(
    "line",
    [
        "ADVERTISEMENT",
        "Read more: Ministers meet again",
        "READ ALSO: Ministers meet again",
        "Related: Ministers meet again",
        "Share this article",
        "Follow @norwire on Twitter",
        "Subscribe to our newsletter",
        "Home > World > Africa",
        "Story continues below advertisement",
        "Tags: Chad, Mali",
        "https://www.example.org/news/123",
        "* * *",
        "© 2021 Norwire",
        "Copyright (c) 2020 Norwire. All rights reserved.",
        "(Reporting by Ada Quill; Editing by Ben Orr)",
        "With inputs from Norwire",
        "Source: Norwire",
        "By Ada Quill",
        "By: Ada Quill and Ben Orr, Norwire",
        "From our correspondent in Oslo",
        "Web Desk",
        "AFP",
        "(This story has not been edited by staff and comes from a feed.)",
        "Editor's note: This story was updated.",
        "(Updates with quotes)",
        "FOR IMMEDIATE RELEASE",
        "Press release No. 1234-05-2020",
        "Office of the Spokesperson",
        "Ministry of Foreign Affairs of Chad",
        "(Unofficial translation)",
        "- END -",
        "(More)",
        "-0-",
        "###",
        "For more information contact the press office.",
        "Photo: Ben Orr",
        "FILE - Envoys leave the hall in Oslo, May 3, 2019.",
        "Ada Quill (L) shakes hands with Ben Orr. (Xinhua/Cleo Dunn)",
        "Ada Quill shakes hands with Ben Orr. [Photo by Cleo Dunn/Norwire]",
        "Ada Quill shakes hands with Ben Orr. REUTERS/Cleo Dunn",
        "Ada Quill shakes hands with Ben Orr | Photo Credit: Norwire",
    ],
)
def test_links_credits_and_captions_say_nothing(line):
    assert says_nothing(line)


@pytest.mark.parametrize(
    "line",
    [
        "Read the treaty, the envoy said.",
        "By Monday the troops had left the valley.",
        "By invitation of Chad, the envoy visited Mali in May.",
        "Share of exports fell in May.",
        "Related talks are under way in Geneva.",
        "Watch the border, the envoy said.",
        "The photo showed both leaders.",
        "File charges, the court told Chad.",
        "Reuters reported that Chad had signed.",
        "Agencies of the United Nations fled Goma.",
        "The Office of the Spokesperson denied the report.",
        "The Ministry of Foreign Affairs condemns the attack on Goma.",
        "End of talks was announced by the envoy.",
        "Contacts between Chad and Mali resumed.",
        "More talks will follow.",
        "Home rule was granted to the island.",
        "Comments by the envoy angered Chad.",
        "Published documents show that Chad armed Mali.",
        "(The two sides met in Oslo.)",
        "A" * 9000,
    ],
)
def test_news_is_no_boilerplate(line):
    assert not says_nothing(line)
