"""The steps of the handbook that wait: dates are moved back in the database, then the schedule runs, as it would that day."""

import datetime
import re
import time

from playwright.sync_api import expect

import people as who
from walk import Person

HOUR = 3_600_000
DAY = 24 * HOUR


def now():
    return int(time.time() * 1000)


def test_seven_days_of_news_and_nothing_lost_after(new_page, people, installation):
    """Steps 37 and 72."""
    visitor = Person(new_page(), "desktop")
    visitor.page.goto("/vacatures?q=kookclub")
    visitor.page.locator(".card a").first.click()
    vacancy = re.search(r"/vacatures/(\d+)", visitor.page.url).group(1)
    visitor.click("Reageren")
    visitor.click("Reageren zonder account")
    visitor.fill({"Naam": "Gerda Tijdreis", "Telefoon": "06 12 34 56 78", "Bericht": "Ik kom graag."})
    visitor.takes_time()
    visitor.click("Reactie versturen")
    visitor.heading("Bedankt voor je reactie")

    member = Person(new_page(cookie=people.cookie(who.MEMBER)), "desktop")
    for age, is_news in ((7 * DAY - HOUR, True), (7 * DAY + HOUR, False)):
        installation.sql(f"update application set created_at = {now() - age} where name = 'Gerda Tijdreis'")
        member.page.goto("/beheer")
        expect(member.page.locator(".feed").get_by_text("Gerda Tijdreis")).to_have_count(1 if is_news else 0)
        # Nobody answered her: she stands beside it, whatever her age.
        expect(member.page.locator(".panel", has_text="Wacht op jou").get_by_text("Gerda Tijdreis")).to_have_count(1)
    member.click("Activiteit")
    member.click("Reactie zonder account")
    member.sees("Gerda Tijdreis")
    member.page.goto(f"/beheer/vacatures/{vacancy}")
    member.sees("Gerda Tijdreis")
    member.page.goto("/beheer/zoeken?q=tijdreis")
    member.sees("Gerda Tijdreis")


def test_offline_at_its_date_and_after_six_months(new_page, mailbox, installation):
    """Steps 54, 55 and 57."""
    visitor = Person(new_page(), "desktop")
    addresses = {}
    for word in ("fietsenstalling", "opbouwploeg"):
        visitor.page.goto(f"/vacatures?q={word}")
        addresses[word] = visitor.page.locator(".card a").first.get_attribute("href")
    numbers = {word: re.search(r"/(\d+)-", address).group(1) for word, address in addresses.items()}
    yesterday = (datetime.date.today() - datetime.timedelta(days=1)).isoformat()
    before = mailbox.mark()
    installation.sql(f"update vacancy set publish_until = '{yesterday}' where id = {numbers['fietsenstalling']}")
    installation.sql(f"update vacancy set publish_until = null, published_at = {now() - 190 * DAY} where id = {numbers['opbouwploeg']}")
    installation.run_schedule()

    for word, address in addresses.items():
        assert visitor.page.goto(address).status == 410
        visitor.sees("Deze vacature is gesloten")
        expect(visitor.page.get_by_role("heading", name="Misschien past dit ook bij je")).to_be_visible()
        # The schedule ran in another process: its changes are in the index of this server within two seconds.
        for _ in range(20):
            visitor.page.goto(f"/vacatures?q={word}")
            if not visitor.page.locator(f'.card a[href="{address}"]').count():
                break
            visitor.page.wait_for_timeout(250)
        # Others that resemble it may be found by a part of the word; it is not among them.
        expect(visitor.page.locator("h1")).to_have_text("Vacatures")
        expect(visitor.page.locator(f'.card a[href="{address}"]')).to_have_count(0)
    mail = mailbox.one("bram@zomeropdees.example", since=before, about="pbouwploeg")
    assert "weer online" in mail.text and "zes maanden" in mail.text
    owner = Person(new_page("phone"), "phone")
    owner.page.goto(mail.link_to("/actie/"))
    assert visitor.page.goto(addresses["opbouwploeg"]).status == 410, "looking at the link does nothing"
    owner.click("Ja, opnieuw publiceren")
    owner.heading("De vacature staat weer online")
    assert visitor.page.goto(addresses["opbouwploeg"]).status == 200


def test_six_months_is_the_most(new_page, people):
    """Step 56."""
    member = Person(new_page(cookie=people.cookie(who.MEMBER)), "desktop")
    member.page.goto("/beheer/vacatures/nieuw")
    member.fill({"Publiceren t/m": (datetime.date.today() + datetime.timedelta(days=270)).isoformat()})
    assert "Langer dan zes maanden kan niet." in member.described(member.page.get_by_label("Publiceren t/m").first)
    member.click("Opslaan en insturen")
    member.sees("Een vacature staat maximaal zes maanden online.")


def test_typing_is_kept_by_itself(new_page, people):
    """A draft without a click: the tab is closed, and the text is there."""
    page = new_page(cookie=people.cookie(who.MEMBER))
    member = Person(page, "desktop")
    page.clock.install()
    page.goto("/beheer/vacatures/nieuw")
    member.fill({"Titel": "Vanzelf bewaard", "Omschrijving vacature": "Dit typte ik en toen viel de stroom uit."})
    status = page.locator("[data-autosaved]")
    page.clock.fast_forward(5000)
    expect(status).to_contain_text("Opgeslagen als concept")
    page.close(run_before_unload=False)
    other = Person(new_page(cookie=people.cookie(who.MEMBER)), "desktop")
    other.page.goto("/beheer/vacatures?lijst=concepten")
    other.click("Vanzelf bewaard")
    expect(other.page.get_by_label("Omschrijving vacature").first).to_have_value(re.compile("toen viel de stroom uit"))


def test_nobody_stays_unanswered(new_page, people, mailbox, installation):
    """The promise is seen, the organisation is reminded once, the centre and the volunteer hear of what is late."""
    visitor = Person(new_page("phone"), "phone")
    visitor.page.goto("/vacatures?q=kookclub")
    visitor.page.locator(".card a").first.click()
    visitor.click("Reageren")
    visitor.click("Reageren zonder account")
    visitor.fill({"Naam": "Wilma Wacht", "E-mailadres": "wilma@wacht.example", "Bericht": "Ik kook graag voor anderen."})
    visitor.takes_time()
    visitor.click("Reactie versturen")
    visitor.sees("Je krijgt uiterlijk op")

    member = Person(new_page(cookie=people.cookie(who.MEMBER)), "desktop")
    member.page.goto("/beheer")
    member.sees("Antwoord beloofd: uiterlijk")
    def next_morning():
        installation.sql("delete from schedule_run where name = 'responses.remind'")
        installation.run_schedule()

    # Eight days on: one mail, whatever the number of mornings.
    installation.sql(f"update application set created_at = {now() - 8 * DAY} where name = 'Wilma Wacht'")
    before = mailbox.mark()
    next_morning()
    mail = mailbox.one(who.MEMBER, since=before, about="Er wordt op je antwoord gewacht")
    assert "Wilma" not in mail.text and "wilma@" not in mail.html
    next_morning()
    assert mailbox.one(who.MEMBER, since=before, about="Er wordt op je antwoord gewacht")

    # Two weeks and a day: the volunteer hears what else there is, the centre sees it.
    installation.sql(f"update application set created_at = {now() - 15 * DAY} where name = 'Wilma Wacht'")
    before = mailbox.mark()
    next_morning()
    late = mailbox.one("wilma@wacht.example", since=before)
    assert "nog niet geantwoord" in late.text and late.text.count("/vacatures/") == 2
    desk = Person(new_page(cookie=people.cookie(who.MEDIATOR)), "desktop")
    desk.page.goto("/centrum")
    desk.page.get_by_role("link", name=re.compile("niet op tijd beantwoord")).click()
    desk.heading("Wacht te lang")
    expect(desk.page.get_by_text("Wilma")).to_have_count(0)

    # The other button of the mail, on a phone, without logging in.
    owner = Person(new_page("phone"), "phone")
    owner.page.goto(mail.link_to("/actie/nee/"))
    hers = owner.page.get_by_role("group", name=re.compile("Wilma"))
    expect(hers.get_by_label("Helaas, dit keer niet")).to_be_checked()
    expect(owner.page.locator("input[value=decline]:checked")).to_have_count(1)
    owner.choose("Wat is de reden?", "De plek is intussen bezet.")
    owner.click("Verstuur dit antwoord")
    owner.heading("Bedankt voor je antwoord")
    installation.after_ten_minutes()
    assert "De plek is intussen bezet." in mailbox.one("wilma@wacht.example", about="Over je reactie").text


def test_is_this_still_right(new_page, people, mailbox, installation):
    """One mail over all that is online, answered on a phone without logging in; what is right says so to visitors."""
    [(organisation,)] = installation.sql(
        "select m.organisation_id from organisation_member m join account a on a.id = m.account_id "
        f"where a.email = '{who.OTHER_MEMBER}'")
    of_them = f"organisation_id = {organisation} and state = 'published'"
    installation.sql(f"update vacancy set published_at = {now() - 50 * DAY}, asked_at = null, confirmed_at = null where {of_them}")
    numbers = [int(number) for (number,) in installation.sql(f"select id from vacancy where {of_them} order by id")]
    before = mailbox.mark()
    # An earlier test ran the schedule today: what was asked by it is asked anew.
    installation.sql("delete from job where key in (select 'mail:' || key from mail where kind = 'vacancies_asked')")
    installation.sql("delete from mail where kind = 'vacancies_asked'")
    installation.run_schedule()
    mail = mailbox.one(who.OTHER_MEMBER, since=before, about="Kloppen jullie vacatures nog?")
    owner = Person(new_page("phone"), "phone")
    owner.page.goto(mail.link_to("/actie/"))
    owner.heading("Klopt dit nog?")
    owner.page.locator(f"[name=klopt-{numbers[0]}][value=right]").check()
    owner.page.locator(f"[name=klopt-{numbers[1]}][value=filled]").check()
    owner.click("Opslaan")
    owner.heading("Bedankt voor je antwoord")
    owner.sees("1 vacature klopt nog")
    visitor = Person(new_page(), "desktop")
    visitor.page.goto(f"/vacatures/{numbers[0]}")
    visitor.sees("nagekeken op")
    assert visitor.page.goto(f"/vacatures/{numbers[1]}").status == 410
