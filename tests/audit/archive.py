"""An article of our own with many names, times and denials, and statements about it."""

ARCHIVE = """# The voices in the cellar

By Marit Sandvik

## How it began

The sound archive of Brenna holds 4,100 tapes, and for thirty years nobody had played them. Oda Fjeld found them in \
2021, when a pipe burst. She called Emil Strand, who repairs tape machines, and the two dried the boxes for a week. \
The city did not pay for this; the Halvard Foundation gave the first 90,000 kroner.

Strand rebuilt two machines, a Revox B77 and a Studer A80. The Studer A80 was sold by the broadcaster NRB for one \
krone. The Revox B77 had belonged to the composer Jonas Wik, whose widow lent it to the archive.

## The software

Listening takes too long, so the archive lets a program write down what is said. Amira Haddad, a linguist, compared \
two of them. Skald 2 made fewer errors in dialect than Murmur, but Murmur was four times as fast. The archive chose \
Skald 2. Haddad trained it on 60 hours of old radio, and her student Leif Borg checked the transcripts. Borg found \
that Skald 2 does not recognise two voices at once, unlike Murmur, and that it is more sensitive to hum. Skald 1, \
which the archive had tried before, stored its results as XML, while Skald 2 stores them as JSON.

The transcripts have not been published yet. Haddad objects that the people on the tapes were never asked. Fjeld \
wants to publish them, because most of the speakers are dead. The Data Inspectorate sided with Haddad in November, \
and Fjeld appealed to the ministry.

## Opening hours

The reading room opens at 9:30 a.m. and closes at 4 p.m. On Thursdays it stays open until half past eight in the \
evening. Tapes are brought up from the cellar at noon. A guided tour starts at 2:15 p.m. on the last Sunday of the \
month. In the first quarter of 2025 the room had 640 visitors, in the second quarter it had 910.

## What the others do

The archive of Tolga gave its tapes to the university of Lund. Lund digitised them within a year, with a robot that \
Brenna could not afford. Tolga regrets the decision now, since its readers have to travel. The archive of Sel kept \
its own tapes, and cannot play them. Strand has offered to lend Sel a machine. The automatic cleaning of the Lund \
robot is switched off, because it tore two tapes.
"""

TRUE = [
    "The tapes were found by Oda Fjeld in 2021, after a pipe had burst.",
    "Two machines were rebuilt by Emil Strand.",
    "The widow of Jonas Wik lent the archive a Revox B77.",
    "NRB, a broadcaster, sold the archive the Studer A80 for a single krone.",
    "Strand's Studer A80 came from NRB.",
    "It was not the city that paid: the first 90,000 kroner came from the Halvard Foundation.",
    "Leif Borg, a student of Amira Haddad, went through the transcripts.",
    "Amira Haddad compared Skald 2 with Murmur.",
    "Murmur is faster than Skald 2, but makes more errors in dialect.",
    "Murmur recognises two voices at once, which Skald 2 does not.",
    "Unlike Murmur, Skald 2 cannot tell two voices apart when they speak at once.",
    "Skald 2 stores its results as JSON, Skald 1 stored them as XML.",
    "Where Skald 1 used XML, its successor uses JSON.",
    "Hum disturbs Skald 2 more than it does Murmur.",
    "Fjeld would like to publish the transcripts, and Haddad objects.",
    "In November the Data Inspectorate took the side of Haddad.",
    "Fjeld has appealed to the ministry against the decision of the Data Inspectorate.",
    "Nobody had asked the people on the tapes.",
    "The university of Lund was given the tapes of Tolga.",
    "Lund has digitised the tapes of Tolga within a year.",
    "Sel has kept its tapes, though it cannot play them.",
    "Emil Strand would lend a machine to the archive of Sel.",
    "Brenna could not afford a robot like that of Lund.",
    "The robot of Lund tore two tapes, so that its automatic cleaning is not in use.",
    "The reading room is open from 9:30 to 16:00, on Thursdays until 20:30.",
    "On Thursdays the reading room closes at 8:30 p.m.",
    "At 12:00 the tapes are brought up from the cellar.",
    "On the last Sunday of the month a tour starts at 14:15.",
    "The tour on Sunday starts at a quarter past two.",
    "The room had 640 visitors in Q1 2025 and 910 in Q2.",
]

# statement, and what the message holds
FALSE = [
    ("The tapes were found by Amira Haddad in 2021.", "Oda Fjeld"),
    ("Jonas Wik rebuilt two machines.", "Strand"),
    ("Leif Borg rebuilt two machines, a Revox B77 and a Studer A80.", "Strand"),
    ("The Revox B77 was sold by the broadcaster NRB for one krone.", "Studer A80"),
    ("Oda Fjeld compared two of the programs.", "Amira Haddad"),
    ("Emil Strand trained Skald 2 on 60 hours of old radio.", "Haddad"),
    ("The transcripts were checked by Oda Fjeld.", "Leif Borg"),
    ("Skald 1 made fewer errors in dialect than Murmur.", "Skald 2"),
    ("Skald 1 stored its results as JSON, while Skald 2 stores them as XML.", "changed places"),
    ("Fjeld objects that the people on the tapes were never asked.", "Haddad"),
    ("The archive of Sel gave its tapes to the university of Lund.", "Tolga"),
    ("The Data Inspectorate sided with Fjeld in November.", "Haddad"),
    ("Haddad appealed to the ministry.", "Fjeld"),
    ("Borg has offered to lend Sel a machine.", "Strand"),
    ("Skald 2 recognises two voices at once.", "does not recognise"),
    ("Skald 2 is less sensitive to hum than Murmur.", "less"),
    ("The transcripts have been published.", "“not” is lost"),
    ("The archive of Sel can play its tapes.", "cannot play"),
    ("The automatic cleaning of the Lund robot is switched on.", "switched on"),
    ("The reading room opens at 9:30 p.m.", "9:30 a.m."),
    ("On Thursdays the reading room stays open until 19:30.", "not “19:30”"),
    ("Tapes are brought up from the cellar at midnight.", "noon"),
    ("The guided tour on the last Sunday of the month starts at 15:15.", "2:15 p.m."),
    ("The city paid for this.", "not pay"),
]
