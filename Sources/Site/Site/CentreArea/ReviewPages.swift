import HTML
import Localisation
import SQL
import SiteKit
import VolunteerCentre
import Web

/// *Wachtrij* of the centre: new organisations and vacancies, oldest first.
struct ReviewQueuePage {
    let organisations: Paged<OrganisationQueries.Waiting>
    let vacancies: Paged<VacancyQueries.Listed>
    /// What the coach thinks of them.
    let advice: [ID<Vacancy>: CoachAdvice]
    /// How many responses were not answered in time.
    let overdue: Int
    /// Of how many organisations every address refuses its mail.
    let unreachable: Int

    func html(_ visit: Visit) -> HTML {
        let t = visit.t
        return AreaLayout.centre(t("Review queue"), visit, current: "/centrum").html(
            """
            <header class="page-head"><div><h1>\(t("Review queue"))</h1></div></header>
            \(if: overdue > 0, visit.notice(.warning, "<a href=\"\(visit.link(OverduePage.path))\">\(t("{count} response was not answered in time", "{count} responses were not answered in time", count: overdue))</a>"))
            \(if: unreachable > 0, visit.notice(.warning, "<a href=\"\(visit.link(OverduePage.path))#onbereikbaar\">\(t("{count} organisation cannot be reached by mail", "{count} organisations cannot be reached by mail", count: unreachable))</a>"))
            <h2>\(t("{count} new organisation", "{count} new organisations", count: organisations.total))</h2>
            \(if: organisations.elements.isEmpty, "<p>\(t("No organisation is waiting."))</p>", else: organisationTable(visit))
            <h2>\(t("{count} vacancy to check", "{count} vacancies to check", count: vacancies.total))</h2>
            \(if: vacancies.elements.isEmpty, "<p>\(t("No vacancy is waiting."))</p>", else: vacancyTable(visit))
            \(if: organisations.elements.isEmpty && vacancies.elements.isEmpty && overdue + unreachable == 0, "<div class=\"empty\"><img src=\"\(visit.asset("illustrations/empty.svg"))\" alt=\"\" width=\"240\" height=\"160\"><h2>\(t("Nothing waits to be checked"))</h2><p>\(t("You receive a mail as soon as something new comes in."))</p></div>")
            \(pager(visit))
            """)
    }

    /// The longer of the two lists decides how many pages there are.
    private func pager(_ visit: Visit) -> HTML {
        organisations.total > vacancies.total
            ? visit.pager(organisations, path: "/centrum") : visit.pager(vacancies, path: "/centrum")
    }

    private func organisationTable(_ visit: Visit) -> HTML {
        let t = visit.t
        return visit.table(
            organisations.elements, t("New organisations"),
            [
                .init(t("Organisation")) { visit.theirLink("/centrum/organisaties/\($0.id)", $0.name) },
                .init(t("Municipality")) { "\(MunicipalityOptions.name($0.municipality, t))" },
                .init(t("Waiting since")) { visit.when($0.since) },
            ])
    }

    private func vacancyTable(_ visit: Visit) -> HTML {
        let t = visit.t
        return visit.table(
            vacancies.elements, t("Vacancies to check"),
            [
                .init(t("Vacancy")) { visit.theirLink("/centrum/vacatures/\($0.id)", $0.title) },
                .theirs(t("Organisation")) { $0.organisation },
                advice.values.contains { $0.total > 0 }
                    ? .text(t("Text")) { advice[$0.id].map { CoachPanel.inOrder($0, t) } ?? "" } : nil,
                .init(t("Waiting since")) { "\(optional: $0.queuedAt, { visit.when($0) })" },
            ])
    }
}

/// An organisation as the centre sees it, with the decision when it waits for one.
struct OrganisationReviewPage {
    let organisation: Organisation
    let acts: Set<OrganisationAct>
    /// Who looks like a registration that waits.
    let doubles: [OrganisationQueries.Listed]
    let members: [OrganisationQueries.Member]
    let timeline: Timeline
    /// What it said of itself before its last change.
    let previous: OrganisationVersion?
    let consultant: Consultant?
    let colleagues: [AccountQueries.Colleague]
    /// The mark of what is seen here.
    let seen: String
    let form: FormFields
    /// Words that came after a colleague's decision.
    var unsent: String?

    func html(_ visit: Visit) -> HTML {
        let t = visit.t
        return AreaLayout.centre(
            organisation.name, visit, current: "/centrum/organisaties", scripts: ["once", "leave"], form: form
        ).html(
            """
            \(visit.crumbs(Crumb(t("Organisations"), "/centrum/organisaties"), here: organisation.name, isTheirs: true))
            <header class="page-head"><div><p class="kicker">\(visit.badge(organisation.state))</p><h1\(visit.theirs)>\(organisation.name)</h1></div></header>
            \(visit.notice(ReviewNotice.self) { $0.words(t) })\(optional: unsent, { UnsentWords(text: $0, why: .decided).html(visit) })
            <div class="beside"><div>
            <section class="panel"><h2>\(t("Organisation data"))</h2>\(rows(visit))
            \(if: acts.contains(.correct), "<p><a class=\"more\" href=\"\(visit.link("/centrum/organisaties/\(organisation.id)/gegevens"))\">\(t("Correct the name or legal form")) \(visit.icon("arrow-right"))</a></p>")</section>
            \(if: !organisation.criteriaMet.isEmpty, "<section class=\"panel\"><h2>\(t("Criteria that were ticked"))</h2><ul class=\"bullets\"\(visit.theirs)>\(each: organisation.criteriaMet, { "<li>\($0)</li>" })</ul></section>")
            \(optional: previous, { changed($0, visit) })
            <section class="panel"><h2>\(t("Contact person"))</h2>\(each: members, { person($0, visit) })</section>
            </div><aside>
            \(if: !doubles.isEmpty, lookAlikes(visit))
            \(if: acts.contains(.review), decide(visit))
            \(if: acts.contains(.assignConsultant), consultants(visit))
            \(if: acts.contains(.actOnBehalf), onBehalf(visit))
            \(if: acts.contains(.renewInvitation) && members.contains { !$0.account.hasPassword }, invite(visit))
            \(if: acts.contains(.suspend), SuspensionPanel(organisation: organisation, form: form).suspend)
            \(if: acts.contains(.restore), SuspensionPanel(organisation: organisation, form: form).restore)
            <section class="panel"><h2>\(t("History"))</h2>\(visit.timeline(timeline, word: visit.organisationWord))</section>
            \(if: acts.contains(.merge), "<p><a class=\"more\" href=\"\(visit.link("/centrum/organisaties/\(organisation.id)/samenvoegen"))\">\(t("Here twice? Merge")) \(visit.icon("arrow-right"))</a></p>")
            </aside></div>
            """)
    }

    private func rows(_ visit: Visit) -> HTML {
        let t = visit.t
        let form = organisation.legalForm.isEmpty ? "" : LegalForm.label(organisation.legalForm, t)
        return visit.rows(
            [.theirs(t("Name of the organisation"), organisation.name), .ours(t("Legal form"), form)]
                + ShownField.all(organisation.details, hasLogo: organisation.hasLogo, visit))
    }

    private func changed(_ previous: OrganisationVersion, _ visit: Visit) -> HTML {
        let t = visit.t
        return """
            <section class="panel"><h2>\(t("Last change"))</h2><p class="muted">\(visit.when(previous.at)), <span dir="auto">\(previous.author ?? t("Somebody"))</span></p>
            \(FieldChanges(from: previous.details, to: organisation.details, visit).html(visit))</section>
            """
    }

    private func consultants(_ visit: Visit) -> HTML {
        let t = visit.t
        let options = colleagues.filter { $0.role != .desk }.map(\.account).map { account -> HTML in
            let isFixed = account.id == consultant?.account && consultant?.standsInFor == nil
            return .option(
                account.id.description, account.name, isChosen: isFixed || account.name == consultant?.standsInFor)
        }
        return """
            <form class="panel" method="post" action="\(visit.action("/centrum/organisaties/\(organisation.id)/consulent"))" data-once>
            <h2><label for="consulent">\(t("Fixed contact person"))</label></h2>
            <p>\(t("Gets the mail about this organisation. The organisation sees who it is."))</p>
            <select id="consulent" name="consulent"><option value="">\(t("Nobody in particular"))</option>\(options)</select>
            \(optional: consultant?.standsInFor, { "<p class=\"muted\">\(t("{name} is away; {other} stands in.", ["name": $0, "other": consultant?.name ?? ""]))</p>" })
            <p><button class="btn small plain">\(t("Save"))</button></p></form>
            """
    }

    private func lookAlikes(_ visit: Visit) -> HTML {
        let t = visit.t
        return """
            <section class="panel"><h2>\(t("Perhaps this organisation is here already"))</h2>
            <ul class="bullets">\(each: doubles, { "<li>\(visit.theirLink("/centrum/organisaties/\($0.id)", $0.name))</li>" })</ul>
            <p><a class="btn small plain" href="\(visit.link("/centrum/organisaties/\(organisation.id)/samenvoegen"))">\(t("Compare and merge"))</a></p></section>
            """
    }

    private func onBehalf(_ visit: Visit) -> HTML {
        let t = visit.t
        return """
            <form class="panel" method="post" action="\(visit.action("/centrum/organisaties/\(organisation.id)/namens"))" data-once>
            <h2>\(t("Work on behalf of this organisation"))</h2>
            <p>\(t("Place a vacancy or answer somebody when the organisation asks for it. The log says that you did it."))</p>
            <button class="btn plain">\(visit.icon("person-circle"))\(t("Work on its behalf"))</button></form>
            """
    }

    private func person(_ member: OrganisationQueries.Member, _ visit: Visit) -> HTML {
        let t = visit.t
        return """
            <dl class="rows"><div><dt>\(t("Name"))</dt><dd\(visit.theirs)>\(member.account.name)\(if: !member.position.isEmpty, ", \(member.position)")</dd></div>
            \(optional: WebAddress.mail(member.account.email), { "<div><dt>\(t("E-mail address"))</dt><dd><a href=\"\($0)\">\(member.account.email)</a></dd></div>" })
            \(optional: WebAddress.telephone(member.phone), { "<div><dt>\(t("Telephone"))</dt><dd><a href=\"\($0)\">\(member.phone)</a></dd></div>" })
            <div><dt>\(t("Account"))</dt><dd>\(member.account.hasPassword ? t("has set a password") : t("has no password yet"))</dd></div></dl>
            \(if: acts.contains(.correct), "<p><a class=\"more\" href=\"\(visit.link("/centrum/organisaties/\(organisation.id)/mensen/\(member.account.id)"))\">\(t("Correct the data of {name}", ["name": member.account.name])) \(visit.icon("arrow-right"))</a></p>")
            """
    }

    private func decide(_ visit: Visit) -> HTML {
        let t = visit.t
        let path = "/centrum/organisaties/\(organisation.id)"
        let seen: HTML = "<input type=\"hidden\" name=\"gezien\" value=\"\(self.seen)\">"
        return """
            <div class="decide">
            <form class="panel" method="post" action="\(visit.action(path + "/accorderen"))" data-once>\(seen)<h2>\(t("Is everything in order?"))</h2>
            \(if: !visit.centre.criteria.isEmpty, form.options("criterium", t("Criteria"), visit.centre.criteria.map { ($0, $0) }, several: true, required: true, rows: true))
            <p>\(t("Then the organisation receives a mail to set a password, and can place vacancies."))</p>
            <button class="btn green">\(visit.icon("check-lg"))\(t("Approve"))</button></form>
            <details class="panel"\(attribute: "open", if: form.errors["vraag"] != nil)><summary>\(t("Ask for more"))</summary>
            <form method="post" action="\(visit.action(path + "/vragen"))" novalidate data-once data-guard>
            \(form.area("vraag", t("Question"), required: true, help: t("The organisation reads it in a mail and answers it. The registration stays in the queue."), rows: 5, max: 2000))
            <button class="btn">\(t("Send question"))</button></form></details>
            <details class="panel"\(attribute: "open", if: form.errors["reden"] != nil)><summary>\(t("Refuse"))</summary>
            <form method="post" action="\(visit.action(path + "/afwijzen"))" novalidate data-once data-guard>\(seen)
            \(form.area("reden", t("Reason"), required: true, help: t("The organisation reads this text in a mail."), rows: 5, max: 2000))
            <button class="btn danger">\(t("Refuse and send mail"))</button></form></details>
            </div>
            """
    }

    private func invite(_ visit: Visit) -> HTML {
        let t = visit.t
        return """
            <form class="panel" method="post" action="\(visit.action("/centrum/organisaties/\(organisation.id)/uitnodiging"))" data-once>
            <h2>\(t("No password yet"))</h2><p>\(t("Is the mail lost or the link too old? Send a new one."))</p>
            <button class="btn plain">\(visit.icon("envelope"))\(t("Send a new link"))</button></form>
            """
    }
}

/// What the page says after something was done.
enum ReviewNotice: String, Notice {
    case approved = "geaccordeerd"
    case rejected = "afgewezen"
    case alreadyReviewed = "al-beoordeeld"
    case suspended = "opgeschort"
    case asked = "gevraagd"
    case saved = "opgeslagen"
    case merged = "samengevoegd"
    case restored = "hersteld"
    case invited = "uitgenodigd"
    case nobodyToInvite = "niemand-uitgenodigd"
    case addressAsked = "adres-gevraagd"

    func words(_ t: Localiser) -> NoticeWords {
        switch self {
        case .approved: .success(t("The organisation receives a mail with the log-in data."), title: t("Approved"))
        case .rejected: .success(t("The organisation receives a mail with your reason."), title: t("Refused"))
        case .alreadyReviewed:
            .info(t("This does not wait for a decision any more. Read below what happened. Nothing was sent twice."))
        case .suspended:
            .success(
                t("The organisation and its vacancies are off the website. It receives a mail with your reason."),
                title: t("Suspended"))
        case .asked:
            .success(
                t("The organisation receives a mail with your question. Its answer comes by mail."),
                title: t("Question sent"))
        case .saved: .success(t("Saved"))
        case .addressAsked:
            .success(
                t("The new address gets a mail with a button. Until it is pressed the old one counts."),
                title: t("Saved"))
        case .merged:
            .success(t("Everything stands here now. The people who came along get a mail."), title: t("Merged"))
        case .restored: .success(t("The organisation is on the website again and receives a mail."))
        case .nobodyToInvite: .info(t("Nobody needs a new mail: everybody of this organisation has a password."))
        case .invited: .success(t("A new mail with a link is on its way. It works for 14 days."))
        }
    }
}

extension Address where Said == ReviewNotice {
    static func review(_ id: ID<Organisation>) -> Address { Address("/centrum/organisaties/\(id)") }
}
