"""What a volunteer keeps: her answers, vacancies, searches that come by mail; her data, and the way out."""

import json
import re
import time

import pytest
from playwright.sync_api import expect

import people as who
from test_finding import answer
from walk import Person

DAY = 24 * 3_600_000
PASSWORD = "zeven rode tulpen op tafel"


@pytest.mark.parametrize("variant", ["desktop", "phone", "noscript"])
def test_answers_become_a_profile_and_go_again(variant, new_page, mailbox):
    email = f"truus.{variant}@bewaar.example"
    person = Person(new_page(variant), variant)
    person.page.goto("/past-bij-jou")
    answer(person, "Maatje en bezoek", "Ouderen")
    while person.page.locator("form.panel").count():
        answer(person)
    person.heading("Dit past bij jou")
    before = mailbox.mark()
    person.click("Bewaar mijn antwoorden", roles=("button",))
    person.heading("Inschrijven vrijwilliger")
    person.sees("Je antwoorden gaan mee")
    # A mistake keeps them.
    person.takes_time()
    person.fill({"Naam": "Truus Bakker", "E-mailadres": "geen adres"})
    person.click("Account maken", roles=("button",))
    expect(person.page.locator(".error-summary")).to_be_visible()
    person.sees("Je antwoorden gaan mee")
    person.fill({"E-mailadres": email})
    person.takes_time()
    person.click("Account maken", roles=("button",))
    person.page.goto(mailbox.one(email, before).link_to("/wachtwoord/instellen/"))
    person.fill({"Wachtwoord": PASSWORD})
    person.click("Wachtwoord instellen", roles=("button",))
    person.page.goto("/mijn")
    person.click("Past bij mij")
    expect(person.page.locator(".suggestion").first).to_contain_text("Omdat je koos voor maatje en bezoek")
    person.fill({"Mail me wat er nieuw is": "Elke dag"})
    person.click("Opslaan", roles=("button",))
    person.sees("We mailen je zo vaak als jij hebt gekozen.")
    # Changing an answer, and keeping it at the end.
    person.click("Je antwoorden aanpassen", roles=("button",))
    person.page.locator(".answers a", has_text="Wat je leuk vindt").click()
    expect(person.page.get_by_label("Ouderen", exact=True)).to_be_checked()
    person.page.get_by_label("Ouderen", exact=True).uncheck()
    while person.page.locator("form.panel").count():
        answer(person)
    person.click("Bewaar mijn antwoorden", roles=("button",))
    person.sees("Je antwoorden horen nu bij je profiel.")
    assert "Ouderen" not in person.page.locator(".fits").first.text_content()

    person.click("Mijn gegevens")
    person.click("Bekijk al mijn gegevens")
    person.sees("Maatje en bezoek")
    with person.page.expect_download() as download:
        person.page.get_by_role("link", name="Download als bestand").click()
    record = json.loads(download.value.path().read_text())
    assert record["account"][0]["email"] == email
    assert {"question": "interest", "answer": "maatje"} in record["answers"]

    person.click("Mijn gegevens")
    person.click("Mijn account verwijderen")
    person.sees("1 bewaarde zoekopdracht")
    person.click("Mijn account verwijderen", roles=("button",))
    expect(person.page.locator(".error-summary")).to_contain_text("Vink aan dat je het zeker weet.")
    person.page.get_by_label("Ik weet het zeker: verwijder alles").check()
    person.click("Mijn account verwijderen", roles=("button",))
    # Only who knows the password: on a shared computer somebody else may sit.
    expect(person.page.locator(".error-summary")).to_contain_text("Vul je wachtwoord in.")
    person.page.get_by_label("Ik weet het zeker: verwijder alles").check()
    person.fill({"Wachtwoord": PASSWORD})
    person.click("Mijn account verwijderen", roles=("button",))
    person.heading("Tot ziens, en bedankt")
    person.page.goto("/mijn")
    person.heading("Inloggen")


@pytest.mark.parametrize("variant", ["desktop", "phone", "noscript"])
def test_a_vacancy_is_kept_by_who_is_not_logged_in_yet(variant, new_page):
    person = Person(new_page(variant), variant)
    person.page.goto("/vacatures?q=padden")
    person.page.locator(".card a").first.click()
    title = person.page.locator("h1").inner_text()
    person.click("Bewaren", roles=("button",))
    person.fill({"E-mailadres": who.VOLUNTEER, "Wachtwoord": who.PASSWORD})
    person.click("Inloggen", roles=("button",))
    person.sees("Zullen we het nu bewaren?")
    person.click("Ja, bewaren", roles=("button",))
    person.heading(title)
    person.sees("Deze vacature heb je bewaard")
    person.page.goto("/mijn/bewaard")
    person.sees(title)
    person.page.locator(".feed li", has_text=title).get_by_role("button").click()
    person.sees("Het is verwijderd.")
    assert title not in person.page.locator(".feed").all_inner_texts()


@pytest.mark.parametrize("variant", ["desktop", "noscript"])
def test_a_search_comes_by_mail(variant, new_page, people, installation, mailbox):
    person = Person(new_page(variant, cookie=people.cookie(who.VOLUNTEER)), variant)
    person.page.goto("/vacatures?q=piano")
    address = person.page.locator(".card a").first.get_attribute("href")
    number = re.search(r"/(\d+)-", address).group(1)
    person.page.get_by_label("Mail mij", exact=True).select_option(label="Elke dag")
    person.click("Bewaar deze zoekopdracht", roles=("button",))
    person.sees("“piano”")

    # A day later: the vacancy was published again meanwhile.
    now = int(time.time() * 1000)
    installation.publish_again(number, now - 1000)
    installation.sql(f"update saved_search set asked_at = {now - DAY}, news_from = {now - DAY}")
    before = mailbox.mark()
    installation.run_schedule()
    mail = mailbox.one(who.VOLUNTEER, before, "zoekopdracht")
    assert address in mail.text
    installation.sql(f"update saved_search set asked_at = {now - DAY}")
    installation.run_schedule()
    assert len(mailbox.to(who.VOLUNTEER, before, "zoekopdracht")) == 1, "never twice"

    # Stopped without logging in.
    # The button of mail programs leads where the link below the mail does.
    assert mail.stop == (f"<{mail.link_to('/actie/')}>", "List-Unsubscribe=One-Click")
    stranger = Person(new_page(variant), variant)
    stranger.page.goto(mail.link_to("/actie/"))
    stranger.sees("“piano”")
    stranger.click("Stop deze mails", roles=("button",))
    stranger.heading("We mailen je hier niet meer over")
    person.page.goto("/mijn/bewaard")
    expect(person.page.get_by_label("Mail: “piano”")).to_have_value("never")
    person.page.locator(".feed li", has_text="“piano”").get_by_role("button", name="Verwijderen").click()
    person.sees("Het is verwijderd.")


def makes_an_account(guest, name, email, mailbox):
    """From the page that asks for one, by the link in the mail, to where it leads."""
    before = mailbox.mark()
    guest.page.get_by_role("link", name="Maak een account").click()
    guest.fill({"Naam": name, "E-mailadres": email})
    guest.takes_time()
    guest.click("Account maken", roles=("button",))
    guest.page.goto(mailbox.one(email, before).link_to("/wachtwoord/instellen/"))
    guest.fill({"Wachtwoord": PASSWORD})
    guest.click("Wachtwoord instellen", roles=("button",))


@pytest.mark.parametrize("variant", ["phone", "noscript"])
def test_what_was_tapped_without_an_account_waits_for_it(variant, new_page, mailbox, found):
    """A heart, an account made on the way, and the vacancy is kept."""
    guest = Person(new_page(variant), variant)
    guest.page.goto(found["open"])
    guest.page.locator("form[action*='/mijn/bewaard/'] button").first.click()
    guest.sees("Hiervoor heb je een account nodig")
    makes_an_account(guest, "Hart Jes", f"hartje-{variant}@post.example", mailbox)
    guest.sees("Deze vacature heb je bewaard")
    guest.page.goto("/mijn/bewaard")
    assert guest.page.locator(f"a[href*='{found['open'].split('/')[-1]}']").count()


def test_a_search_kept_without_an_account_waits_for_it_too(new_page, mailbox):
    guest = Person(new_page("phone"), "phone")
    guest.page.goto("/vacatures?q=tuin&gemeente=Borne")
    guest.page.get_by_label("Mail mij", exact=True).select_option(label="Elke dag")
    guest.click("Bewaar deze zoekopdracht", roles=("button",))
    makes_an_account(guest, "Zoe Kt", "zoekt@post.example", mailbox)
    guest.sees("“tuin”, Borne")
    expect(guest.page.locator("select[name=vaak]")).to_have_value("daily")


@pytest.mark.parametrize("variant", ["phone", "noscript"])
def test_what_was_tapped_by_who_forgot_her_account_is_kept_too(variant, new_page, mailbox, found):
    """She asks for an account that she has already: her mail leads to the heart all the same."""
    guest = Person(new_page(variant), variant)
    guest.page.goto(found["open"])
    title = guest.page.locator("h1").inner_text()
    guest.page.locator("form[action*='/mijn/bewaard/'] button").first.click()
    before = mailbox.mark()
    guest.page.get_by_role("link", name="Maak een account").click()
    guest.fill({"Naam": f"Fatma van {variant}", "E-mailadres": who.VOLUNTEER})
    guest.takes_time()
    guest.click("Account maken", roles=("button",))
    # In a browser that knows nothing of what was tapped.
    later = Person(new_page(variant), variant)
    later.page.goto(mailbox.one(who.VOLUNTEER, before).link_to("/inloggen"))
    later.fill({"E-mailadres": who.VOLUNTEER, "Wachtwoord": who.PASSWORD})
    later.click("Inloggen", roles=("button",))
    later.sees("Zullen we het nu bewaren?")
    later.sees(title)
    later.click("Ja, bewaren", roles=("button",))
    later.sees("Deze vacature heb je bewaard")
    later.page.goto("/mijn/bewaard")
    later.page.locator(".feed li").filter(has=later.page.locator(f"a[href*='{found['open'].split('/')[-1]}']")).get_by_role(
        "button", name="Verwijderen"
    ).click()
    later.sees("Het is verwijderd.")


def test_a_coordinator_becomes_a_volunteer_and_what_she_tapped_is_kept(new_page, people):
    """Who has no profile yet makes one on the way; the search that she kept is there."""
    page = new_page("desktop", cookie=people.cookie(who.BECOMES_VOLUNTEER))
    person = Person(page, "desktop")
    page.goto("/vacatures?q=piano")
    page.get_by_label("Mail mij", exact=True).select_option(label="Elke dag")
    person.click("Bewaar deze zoekopdracht", roles=("button",))
    page.locator("form[action*='/account/vrijwilliger'] button").click()
    person.sees("Zullen we het nu bewaren?")
    person.sees("“piano”")
    person.click("Ja, bewaren", roles=("button",))
    person.sees("“piano”")
    expect(page.locator("select[name=vaak]")).to_have_value("daily")
