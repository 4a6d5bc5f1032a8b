"""Every page of every role, with the act that brings out its errors. Used by the page tests and by the screenshots."""

import dataclasses

import people as who

VISITOR, MEMBER, STAFF, DESK, FLEMISH = None, who.MEMBER, who.ADMINISTRATOR, who.DESK, who.FLEMISH_ADMINISTRATOR
VOLUNTEER = who.VOLUNTEER


@dataclasses.dataclass
class Screen:
    name: str
    path: str
    person: str = VISITOR
    status: int = 200
    # Before looking: send this form empty, or open this fold and send the form in it.
    send: str = ""
    # Before looking: click this; empty this field.
    click: str = ""
    clear: str = ""
    # Before looking: answer so many questions of a questionnaire with its first answer.
    answers: int = 0
    centre: str = "borne"


def visitor(found):
    yield Screen("home", "/")
    yield Screen("home-menu", "/", click="header summary >> visible=true >> nth=-1")
    yield Screen("home-english", "/en")
    yield Screen("home-hasselt", "/", centre="hasselt")
    yield Screen("vacancies", "/vacatures")
    yield Screen("wishes", "/past-bij-jou")
    yield Screen("wishes-place", "/past-bij-jou?stap=waar")
    yield Screen("wishes-week", "/past-bij-jou?stap=wanneer")
    yield Screen("wishes-needs", "/past-bij-jou?stap=letten-op")
    yield Screen("wishes-second", "/past-bij-jou", answers=1)
    yield Screen("wishes-found", "/past-bij-jou", answers=4)
    yield Screen("wishes-found-english", "/en/past-bij-jou", answers=4)
    yield Screen("wishes-found-flemish", "/past-bij-jou", answers=4, centre="hasselt")
    yield Screen("wishes-shared", "/past-bij-jou?interesse=dieren&afstand=10&plaats=Borne")
    yield Screen("wishes-nothing", "/past-bij-jou?interesse=geloof&activiteit=vervoer&dagdeel=avond")
    yield Screen("goodbye", "/tot-ziens")
    yield Screen("map", "/vacatures?weergave=kaart")
    yield Screen("map-english", "/en/vacatures?weergave=kaart&interesse=taal")
    yield Screen("vacancies-english", "/en/vacatures")
    yield Screen("vacancies-page-2", "/vacatures?pagina=2")
    yield Screen("vacancies-found", "/vacatures?q=maatje&interesse=taal&interesse=ouderen")
    yield Screen("vacancies-nothing", "/vacatures?q=zzzz+qqqq&interesse=taal")
    yield Screen("vacancies-corrected", "/vacatures?q=chaufeur")
    yield Screen("vacancies-some-words", "/vacatures?q=koken+tuinieren")
    yield Screen("vacancies-near", "/vacatures?plaats=7621&afstand=5&thuis=1&dagdeel=avond")
    yield Screen("vacancies-unknown-place", "/vacatures?plaats=nergenshuizen")
    yield Screen("vacancies-relax", "/vacatures?q=piano&interesse=dieren&dagdeel=ochtend")
    yield Screen("vacancy", found["open"])
    yield Screen("vacancy-english", "/en" + found["open"])
    yield Screen("vacancy-closed", found["closed"], status=410)
    yield Screen("respond-choice", found["open"] + "/reageren")
    yield Screen("respond", found["open"] + "/reageren/zonder-account")
    yield Screen("respond-errors", found["open"] + "/reageren/zonder-account", status=422, send="form[data-once]")
    yield Screen("responded", found["open"] + "/bedankt")
    yield Screen("organisation", found["organisation"])
    yield Screen("faq", "/faq")
    yield Screen("manual", "/handleiding")
    yield Screen("vacancies-filtered", "/vacatures?inzet=structureel&gemeente=Borne&gemeente=Hengelo")
    yield Screen("poster", found["open"] + "/poster")
    yield Screen("list-on-paper", "/vacatures/lijst")
    yield Screen("faq-open", "/faq", click="details.faq summary >> nth=0")
    yield Screen("privacy", "/privacy")
    yield Screen("accessibility", "/toegankelijkheid")
    yield Screen("style-guide", "/stijlgids")
    yield Screen("register", "/inschrijven")
    yield Screen("register-volunteer", "/inschrijven/vrijwilliger")
    yield Screen("register-volunteer-errors", "/inschrijven/vrijwilliger", status=422, send="form[data-once]")
    yield Screen("volunteer-asked", "/inschrijven/vrijwilliger/bedankt")
    yield Screen("register-organisation", "/inschrijven/organisatie")
    yield Screen("register-organisation-errors", "/inschrijven/organisatie", status=422, send="form[data-once]")
    yield Screen("register-organisation-english", "/en/inschrijven/organisatie")
    yield Screen("registered", "/inschrijven/organisatie/bedankt")
    yield Screen("log-in", "/inloggen")
    yield Screen("log-in-errors", "/inloggen", status=422, send="form[data-once]")
    yield Screen("log-in-needed", "/beheer/vacatures", status=401)
    yield Screen("forgotten", "/wachtwoord/vergeten")
    yield Screen("action-gone", "/actie/bestaat-niet", status=410)
    yield Screen("forgotten-sent", "/wachtwoord/verstuurd")
    yield Screen("set-password", found["password"])
    yield Screen("set-password-errors", found["password"], status=422, send="form[data-once]")
    yield Screen("set-password-unknown", "/wachtwoord/instellen/bestaat-niet", status=410)
    yield Screen("not-found", "/bestaat-niet", status=404)


def member(found):
    yield Screen("member-home", "/", MEMBER)
    yield Screen("member-home-person", "/", MEMBER, click="header summary >> visible=true >> nth=0")
    yield Screen("dashboard", "/beheer", MEMBER)
    yield Screen("dashboard-menu", "/beheer", MEMBER, click="header summary >> visible=true >> nth=-1")
    yield Screen("dashboard-activity", "/beheer/activiteit", MEMBER)
    for name in ("vrijwilliger-match", "vacature-reactie", "vacature-match", "zonder-account"):
        yield Screen(f"dashboard-activity-{name}", f"/beheer/activiteit?lijst={name}", MEMBER)
    yield Screen("search", "/beheer/zoeken", MEMBER)
    yield Screen("candidates", "/beheer/kandidaten", MEMBER)
    yield Screen("candidates-nothing", "/beheer/kandidaten?q=zzzz", MEMBER)
    yield Screen("candidate", f"/beheer/kandidaten/{found['candidate']}", MEMBER)
    yield Screen("candidate-errors", f"/beheer/kandidaten/{found['candidate']}", MEMBER, status=422, send="form[data-once]")
    yield Screen("candidates-suiting", f"/beheer/vacatures/{found['own']}/kandidaten", MEMBER)
    yield Screen("search-found", "/beheer/zoeken?q=a", MEMBER)
    yield Screen("search-nothing", "/beheer/zoeken?q=zzzz", MEMBER)
    yield Screen("dashboard-queue", "/beheer/wachtrij", who.QUEUED_MEMBER)
    yield Screen("dashboard-queue-empty", "/beheer/wachtrij", who.QUIET_MEMBER)
    yield Screen("own-vacancies", "/beheer/vacatures", MEMBER)
    yield Screen("own-drafts", "/beheer/vacatures?lijst=concepten", MEMBER)
    yield Screen("own-archive", "/beheer/vacatures?lijst=archief", MEMBER)
    yield Screen("own-vacancy-manage", f"/beheer/vacatures/{found['own']}/beheer", MEMBER)
    yield Screen("own-vacancy-delete", f"/beheer/vacatures/{found['own']}/verwijderen", MEMBER)
    yield Screen("own-vacancy-invite", f"/beheer/vacatures/{found['matched_vacancy']}/uitnodigen", MEMBER)
    yield Screen("own-vacancy-invite-errors", f"/beheer/vacatures/{found['matched_vacancy']}/uitnodigen", MEMBER, status=422, send="form[data-guard]")
    yield Screen("own-vacancy-invite-nobody", f"/beheer/vacatures/{found['returned']}/uitnodigen", found["returned_to"])
    yield Screen("own-vacancy-note", f"/beheer/vacatures/{found['own']}/reactie-noteren", MEMBER)
    yield Screen("own-vacancy-note-errors", f"/beheer/vacatures/{found['own']}/reactie-noteren", MEMBER, status=422, send="form[data-once]")
    yield Screen("own-vacancies-nothing", "/beheer/vacatures?q=zzzz", MEMBER)
    yield Screen("own-vacancy", f"/beheer/vacatures/{found['own']}", MEMBER)
    yield Screen("own-vacancy-returned", f"/beheer/vacatures/{found['returned']}", found["returned_to"])
    yield Screen("own-vacancy-change", f"/beheer/vacatures/{found['returned']}/bewerken", found["returned_to"])
    yield Screen("new-vacancy", "/beheer/vacatures/nieuw", MEMBER)
    yield Screen("new-vacancy-errors", "/beheer/vacatures/nieuw", MEMBER, status=422, send="form[data-once]")
    yield Screen("still-right", "/beheer/klopt-dit-nog", MEMBER)
    yield Screen("own-organisation", "/beheer/organisatie", MEMBER)
    yield Screen("own-organisation-saved", "/beheer/organisatie?melding=opgeslagen", MEMBER)
    yield Screen("own-organisation-errors", "/beheer/organisatie", MEMBER, status=422, clear="[name=plaats]", send="form[data-once]")
    yield Screen("own-holidays", "/beheer/organisatie/vakanties", MEMBER)
    yield Screen("own-departments", "/beheer/organisatie/afdelingen", MEMBER)
    yield Screen("own-departments-errors", "/beheer/organisatie/afdelingen", MEMBER, status=422, send="form.panel")
    yield Screen("own-people", "/beheer/organisatie/mensen", MEMBER)
    yield Screen("own-hand-over-nothing", f"/beheer/organisatie/mensen/{found['member_account']}/overdragen", MEMBER)
    yield Screen("own-people-errors", "/beheer/organisatie/mensen", MEMBER, status=422, send="form.panel")
    yield Screen("response", f"/beheer/reacties/{found['response']}", MEMBER)
    yield Screen("response-account", f"/beheer/reacties/{found['account_response']}", MEMBER)
    yield Screen("response-decline-errors", f"/beheer/reacties/{found['account_response']}", MEMBER, status=422,
                 click="details:has([name=reden]) summary", send="form:has([name=reden])")
    yield Screen("response-match", f"/beheer/reacties/{found['account_response']}/match", MEMBER)
    yield Screen("response-match-errors", f"/beheer/reacties/{found['account_response']}/match", MEMBER, status=422, send="form[data-once]")
    yield Screen("response-matched", f"/beheer/reacties/{found['matched_response']}", MEMBER)
    yield Screen("volunteer-profile", f"/beheer/vrijwilligers/{found['volunteer']}", MEMBER)
    yield Screen("dashboard-english", "/en/beheer", MEMBER)
    yield Screen("member-not-found", "/beheer/vacatures/999999", MEMBER, status=404)


def volunteer(found):
    yield Screen("own-work", "/mijn", VOLUNTEER)
    yield Screen("own-response", f"/mijn/reacties/{found['own_response']}", VOLUNTEER)
    yield Screen("own-response-errors", f"/mijn/reacties/{found['own_response']}", VOLUNTEER, status=422, send="form[data-guard]")
    yield Screen("own-profile", "/mijn/profiel", VOLUNTEER)
    yield Screen("own-profile-errors", "/mijn/profiel", VOLUNTEER, status=422, clear="[name=naam]", send="form[data-once]")
    yield Screen("own-account", "/account", VOLUNTEER)
    yield Screen("own-suggestions", "/mijn/past-bij-mij", VOLUNTEER)
    yield Screen("own-kept", "/mijn/bewaard", VOLUNTEER)
    yield Screen("own-pool", "/mijn/kandidatenbank", VOLUNTEER)
    yield Screen("own-pool-preview", "/mijn/kandidatenbank", VOLUNTEER, send="form.measure")
    yield Screen("own-pool-errors", "/mijn/kandidatenbank", VOLUNTEER, status=422, clear="[name=schuilnaam]", send="form.measure")
    yield Screen("own-pool-invitation", f"/mijn/kandidatenbank/uitnodigingen/{found['pool_invitation']}", VOLUNTEER)
    yield Screen("own-data", "/mijn/gegevens", VOLUNTEER)
    yield Screen("own-record", "/mijn/gegevens/alles", VOLUNTEER)
    yield Screen("own-leaving", "/mijn/gegevens/verwijderen", VOLUNTEER)
    yield Screen("own-leaving-errors", "/mijn/gegevens/verwijderen", VOLUNTEER, status=422, send="form[data-once]")
    yield Screen("wishes-found-known", "/past-bij-jou", VOLUNTEER, answers=4)
    yield Screen("vacancy-known", found["open"], VOLUNTEER)
    yield Screen("become-volunteer", "/mijn", who.QUIET_MEMBER)
    yield Screen("respond-account", found["open"] + "/reageren/met-account", VOLUNTEER)


def centre(found):
    decide = "details:has({0}) summary"
    yield Screen("queue", "/centrum", STAFF)
    yield Screen("queue-hasselt", "/centrum", FLEMISH, centre="hasselt")
    yield Screen("organisations", "/centrum/organisaties", STAFF)
    yield Screen("organisations-nothing", "/centrum/organisaties?q=zzzz", STAFF)
    yield Screen("organisation-waiting", f"/centrum/organisaties/{found['waiting']}", STAFF)
    yield Screen("organisation-waiting-desk", f"/centrum/organisaties/{found['waiting']}", DESK)
    yield Screen("organisation-errors", f"/centrum/organisaties/{found['waiting']}", STAFF, status=422,
                 click=decide.format("[name=reden]"), send="form:has([name=reden])")
    yield Screen("organisation-criteria-errors", f"/centrum/organisaties/{found['waiting']}", STAFF, status=422,
                 send="form[action*='/accorderen?']")
    yield Screen("organisation-active", f"/centrum/organisaties/{found['active']}", STAFF)
    yield Screen("merge", f"/centrum/organisaties/{found['waiting']}/samenvoegen", STAFF)
    yield Screen("merge-chosen", f"/centrum/organisaties/{found['waiting']}/samenvoegen?met={found['active']}", STAFF)
    yield Screen("organisation-ask-errors", f"/centrum/organisaties/{found['waiting']}", STAFF, status=422,
                 click=decide.format("[name=vraag]"), send="form:has([name=vraag])")
    yield Screen("centre-activity", "/centrum/activiteit", STAFF)
    yield Screen("centre-activity-matches", "/centrum/activiteit?soort=match", DESK)
    yield Screen("centre-overdue", "/centrum/wacht-te-lang", STAFF)
    yield Screen("centre-handed-back", "/centrum/verder-helpen", STAFF)
    yield Screen("centre-helps-on", f"/centrum/verder-helpen/{found['handed_back']}", STAFF)
    yield Screen("doubles", "/centrum/dubbele-profielen", STAFF)
    yield Screen("doubles-found", "/centrum/dubbele-profielen?q=a", STAFF)
    yield Screen("doubles-compared", f"/centrum/dubbele-profielen/{found['volunteers'][0]}/{found['volunteers'][1]}", STAFF)
    yield Screen("all-vacancies", "/centrum/vacatures", STAFF)
    yield Screen("vacancy-queued", f"/centrum/vacatures/{found['queued']}", STAFF)
    yield Screen("vacancy-queued-desk", f"/centrum/vacatures/{found['queued']}", DESK)
    for field, word in (("opmerking", "return"), ("reden", "refuse")):
        yield Screen(f"vacancy-{word}-errors", f"/centrum/vacatures/{found['queued']}", STAFF, status=422,
                     click=decide.format(f"[name={field}]"), send=f"form:has([name={field}])")
    yield Screen("vacancy-published", f"/centrum/vacatures/{found['published']}", STAFF)
    yield Screen("organisation-suspend-errors", f"/centrum/organisaties/{found['active']}", STAFF, status=422,
                 click=decide.format("[name=reden-opschorten]"), send="form:has([name=reden-opschorten])")
    yield Screen("staff", "/centrum/medewerkers", STAFF)
    yield Screen("staff-errors", "/centrum/medewerkers", STAFF, status=422, send="form.panel")
    yield Screen("texts", "/centrum/teksten", STAFF)
    yield Screen("text-mail", "/centrum/teksten/mail/application_declined", STAFF)
    yield Screen("text-mail-errors", "/centrum/teksten/mail/application_declined", STAFF, status=422, clear="[name=tekst]",
                 send="#tekst-form")
    yield Screen("text-page", "/centrum/teksten/pagina/faq", STAFF)
    yield Screen("text-versions", "/centrum/teksten/pagina/privacy/versies", STAFF)
    yield Screen("films", "/centrum/films", STAFF)
    yield Screen("films-errors", "/centrum/films", STAFF, status=422, send="form.panel")
    yield Screen("text-new-page", "/centrum/teksten/nieuwe-pagina", STAFF)
    yield Screen("text-new-page-errors", "/centrum/teksten/nieuwe-pagina", STAFF, status=422, send="form[data-guard]")
    yield Screen("settings", "/centrum/instellingen", STAFF)
    yield Screen("settings-errors", "/centrum/instellingen", STAFF, status=422, clear="[name=naam]", send="form[data-guard]")
    yield Screen("finding-settings", "/centrum/instellingen/zoeken", STAFF)
    yield Screen("finding-settings-errors", "/centrum/instellingen/zoeken", STAFF, status=422, clear="[name=gewicht-afstand]", send="form[data-guard]")
    yield Screen("coach-settings", "/centrum/instellingen/coach", STAFF)
    yield Screen("sharing", "/centrum/instellingen/buren", STAFF)
    yield Screen("holidays", "/centrum/vakanties", STAFF)
    yield Screen("holidays-errors", "/centrum/vakanties", STAFF, status=422, send="form.panel")
    yield Screen("terms", "/centrum/bewaartermijnen", STAFF)
    yield Screen("terms-errors", "/centrum/bewaartermijnen", STAFF, status=422, clear="[name=mail]", send="form[data-guard]")
    yield Screen("log", "/centrum/logboek", STAFF)
    yield Screen("log-found", "/centrum/logboek?q=vacancy", STAFF)
    yield Screen("outbox", "/centrum/postvak-uit", STAFF)
    yield Screen("outbox-kinds", "/centrum/postvak-uit/voorbeelden", STAFF)
    yield Screen("outbox-failed", "/centrum/postvak-uit?stand=failed", STAFF)
    yield Screen("mail", f"/centrum/postvak-uit/{found['mail']}", STAFF)
    yield Screen("mail-html", f"/centrum/postvak-uit/{found['mail']}/html", STAFF)


def every(found):
    return [*visitor(found), *member(found), *volunteer(found), *centre(found)]


def show(page, screen):
    """Brings the screen before the eyes. Answers the response that made it."""
    response = page.goto(screen.path)
    if screen.click:
        target = page.locator(screen.click)
        # The menu sign is there on a phone only.
        if target.count():
            target.first.click()
    if screen.clear:
        page.locator(screen.clear).fill("")
    if screen.send:
        form = page.locator(screen.send).first
        with page.expect_navigation() as navigation:
            form.locator("button:not(.link)").last.click()
        response = navigation.value
    for _ in range(screen.answers):
        # Nothing is asked any more when few are left.
        if not page.locator("form.panel button[name=naar]").count():
            break
        for option in page.locator("form.panel input[type=checkbox], form.panel input[type=radio]:not([name=afstand])").all()[:3]:
            option.check()
        with page.expect_navigation() as navigation:
            page.locator("form.panel button[name=naar]").first.click()
        response = navigation.value
    return response
