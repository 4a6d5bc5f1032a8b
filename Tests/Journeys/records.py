"""Numbers of records to look at, found as the people who see them find them: by reading pages."""

import html
import re

import people as who


def find(people, mailbox):
    """Addresses and numbers by what they are; a password link is fetched from the mail."""
    visitor, staff, member = people.client(), people.client(who.ADMINISTRATOR), people.client(who.MEMBER)
    flemish = people.client(who.FLEMISH_ADMINISTRATOR, "hasselt")
    open_vacancy = first(r'href="(/vacatures/\d+-[^"]+)"', visitor.get("/vacatures").text)
    own = answered_vacancy(member)
    returned, contact = returned_vacancy(people.installation)
    return {
        "open": open_vacancy,
        "organisation": first(r'href="(/organisaties/\d+-[^"]+)"', visitor.get(open_vacancy).text),
        "closed": visitor.get("/vacatures/" + vacancy(people.installation, "offline")).location,
        "queued": vacancy(people.installation, "queued"),
        "published": vacancy(people.installation, "published"),
        "waiting": first(r'href="/centrum/organisaties/(\d+)"', staff.get("/centrum").text),
        "active": first(r'href="/centrum/organisaties/(\d+)"', staff.get("/centrum/organisaties?q=Haverveldje").text),
        "mail": first(r'href="/centrum/postvak-uit/(\d+)"', staff.get("/centrum/postvak-uit").text),
        "own": own,
        "response": first(r'href="/beheer/reacties/(\d+)"', member.get("/beheer/activiteit?lijst=zonder-account").text),
        "account_response": application(people.installation, "in_conversation", who.VOLUNTEER),
        "matched_response": application(people.installation, "matched", "noelle@vrijwilliger.example"),
        "volunteers": [row[0] for row in people.installation.sql(
            "select id from volunteer where centre_id = 1 order by id limit 2")],
        "handed_back": people.installation.sql(
            "select id from application where handed_back_at is not null and helped_at is null order by id limit 1")[0][0],
        "own_response": application(people.installation, "in_conversation", who.VOLUNTEER),
        "matched_vacancy": people.installation.sql(
            "select m.vacancy_id from match m join organisation_member o on o.organisation_id = m.organisation_id "
            f"join account c on c.id = o.account_id where c.email = '{who.MEMBER}' order by m.id limit 1")[0][0],
        "volunteer": volunteer(people.installation, who.VOLUNTEER),
        "member_account": people.installation.sql(f"select id from account where email = '{who.MEMBER}'")[0][0],
        "pool_invitation": people.installation.sql("select id from pool_invitation order by id limit 1")[0][0],
        "candidate": people.installation.sql(
            "select c.code from candidate c join volunteer v on v.id = c.volunteer_id join account a on a.id = v.account_id "
            "where a.email = 'gerrit.nijhuis@vrijwilliger.example'")[0][0],
        "returned": returned,
        "returned_to": contact,
        "password": password_link(people, mailbox, "hennie@kattenstaart.example"),
        "other_queued": first(r'href="/centrum/vacatures/(\d+)"', flemish.get("/centrum").text),
        "other_waiting": first(r'href="/centrum/organisaties/(\d+)"', flemish.get("/centrum").text),
        "other_mail": first(r'href="/centrum/postvak-uit/(\d+)"', flemish.get("/centrum/postvak-uit").text),
        "other_published": vacancy(people.installation, "published", "hasselt"),
    }


def first(pattern, text):
    found = re.search(pattern, text)
    assert found, f"{pattern} is not in: {text[:400]}"
    return html.unescape(found.group(1))


def vacancy(installation, state, centre="borne"):
    rows = installation.sql(
        "select v.id from vacancy v join centre c on c.id = v.centre_id "
        f"where v.state = '{state}' and c.slug = '{centre}' order by v.id limit 1"
    )
    return rows[0][0]


def application(installation, state, email):
    """A response of a volunteer to the organisation of the demo's member."""
    rows = installation.sql(
        "select a.id from application a join organisation_member m on m.organisation_id = a.organisation_id "
        "join account c on c.id = m.account_id "
        f"where a.state = '{state}' and a.email = '{email}' and c.email = '{who.MEMBER}' order by a.id limit 1"
    )
    return rows[0][0]


def volunteer(installation, email):
    rows = installation.sql(
        f"select v.id from volunteer v join account a on a.id = v.account_id where a.email = '{email}'")
    return rows[0][0]


def returned_vacancy(installation):
    """A vacancy that came back with a question, and the address of its organisation's contact person."""
    rows = installation.sql(
        "select v.id, a.email from vacancy v join centre c on c.id = v.centre_id "
        "join organisation_member m on m.organisation_id = v.organisation_id join account a on a.id = m.account_id "
        "where v.state = 'draft' and v.comment is not null and c.slug = 'borne' order by v.id limit 1"
    )
    return rows[0]


def answered_vacancy(member):
    """One of the member's own vacancies that somebody responded to."""
    for number in re.findall(r'id="v(\d+)"', member.get("/beheer/vacatures").text):
        if "/beheer/reacties/" in member.get(f"/beheer/vacatures/{number}").text:
            return number
    raise AssertionError("the demo's member has no response")


def password_link(people, mailbox, email):
    """The path of a fresh link to set a password, asked for and read from the mail."""
    before = mailbox.mark()
    assert people.client().post("/wachtwoord/vergeten", {"email": email}).status == 303
    return "/" + mailbox.one(email, before, about="wachtwoord").link_to("/wachtwoord/instellen/").split("/", 3)[3]
