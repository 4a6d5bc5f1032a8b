import HTML
import Localisation
import SQL
import SiteKit
import Time
import VolunteerCentre
import Web

/// In or out of the candidate pool, exactly what organisations see, who asked and who looked.
struct PoolPage {
    let pausedUntil: CalendarDate?
    let candidate: Candidate?
    let answers: Answers
    let volunteer: ID<Volunteer>
    let invitations: [PoolInvitation]
    let views: [VolunteerQueries.View]
    let found: [VolunteerQueries.View]
    let blocked: [(id: ID<Organisation>, name: String)]
    /// What was typed just now.
    let data: FormData?
    let errors: FormErrors
    /// What was typed is shown as organisations would see it, before it counts.
    let isPreview: Bool

    static let path = "/mijn/kandidatenbank"

    func html(_ visit: Visit) -> HTML {
        let t = visit.t
        let kept = [("schuilnaam", candidate?.alias ?? ""), ("voorstellen", candidate?.introduction ?? "")]
        let form = visit.fields(data ?? FormData(pairs: kept), errors)
        return OwnWork(
            title: t("Candidate pool"), current: Self.path, visit: visit, scripts: ["once", "counter"], form: form
        ).html(
            """
            \(visit.notice(PoolNotice.self) { $0.words(t) })
            \(optional: pausedUntil, { paused(until: $0, visit) })
            \(if: !invitations.isEmpty, "<h2>\(t("Invitations"))</h2><ul class=\"feed\">\(each: invitations, { invitation($0, visit) })</ul>")
            \(isPreview ? preview(visit) : questions(form, visit))
            \(if: !found.isEmpty, "<h2>\(t("Who found you in a list"))</h2><ul>\(each: found, { "<li><span\(visit.theirs)>\($0.organisation)</span>, \(t.date($0.day))</li>" })</ul>")
            \(if: !views.isEmpty, "<h2>\(t("Who looked at your profile"))</h2><ul>\(each: views, { "<li><span\(visit.theirs)>\($0.organisation)</span>, \(t.date($0.day))</li>" })</ul>")
            \(if: !blocked.isEmpty, "<h2>\(t("Never see you"))</h2><ul class=\"feed\">\(each: blocked, { blocked($0, visit) })</ul>")
            """)
    }

    /// A pause holds here too: she reads it where she would wonder why nobody asks.
    private func paused(until day: CalendarDate, _ visit: Visit) -> HTML {
        guard isPaused(visit) else { return .empty }
        let t = visit.t
        return visit.notice(
            .info,
            """
            \(t("You take a break up to and including {day}. Until then no organisation finds you here.", ["day": t.date(day)])) \
            <a href="\(visit.link("/mijn/profiel"))">\(t("Change"))</a>
            """)
    }

    private func isPaused(_ visit: Visit) -> Bool { pausedUntil.map { $0 >= visit.today } ?? false }

    private func questions(_ form: FormFields, _ visit: Visit) -> HTML {
        let t = visit.t
        return """
            <p class="lead">\(candidate == nil ? t("Would you like to be found? In the candidate pool organisations can ask you for what suits you.") : isPaused(visit) ? t("You are in the candidate pool. After your break organisations can ask you again.") : t("You are in the candidate pool. Organisations can ask you for what suits you."))</p>
            <ul class="fits"><li>\(t("They see a name that you choose, not your surname, address or telephone number."))</li>
            <li>\(t("They see what you like, what you want to do, when you can, how often, and in which town."))</li>
            <li>\(t("They do not see your age, what you need, or how much Dutch you speak."))</li>
            <li>\(t("You get at most two invitations a month, and see who looked at you. You may always say no."))</li></ul>
            \(if: answers[.interest].isEmpty && answers[.activity].isEmpty, visit.notice(.info, "\(t("Without your answers nobody finds you.")) <a href=\"\(visit.link(WishesPage.path))\">\(t("Start the questions"))</a>"))
            <form class="panel measure" method="post" action="\(visit.action(Self.path))" novalidate>
            \(form.input("schuilnaam", t("The name that organisations see"), required: true, help: t("For example your first name, or a word that suits you."), max: Candidate.longestAlias))
            \(form.area("voorstellen", t("Introduce yourself in a few lines"), help: t("For example what you like, and what you are good at. Write nothing about your health."), rows: 4, max: Candidate.longestIntroduction))
            <div class="form-foot"><button class="btn">\(t("See how organisations see you"))</button></div></form>
            \(if: candidate != nil, leaving(visit))
            """
    }

    private func leaving(_ visit: Visit) -> HTML {
        """
        <form method="post" action="\(visit.action(Self.path + "/uit"))" data-once><p><button class="btn plain">\(visit.icon("box-arrow-right"))\
        \(visit.t("Take me out of the candidate pool"))</button></p></form>
        """
    }

    private func preview(_ visit: Visit) -> HTML {
        let t = visit.t
        let (alias, introduction) = (data?.first("schuilnaam") ?? "", data?.first("voorstellen") ?? "")
        let place = WishesForm(answers, visit).wishes.place
        let card = CandidateCard(
            Candidate(volunteer: volunteer, alias: alias, introduction: introduction, joinedAt: visit.now), answers,
            place: place)
        return """
            <p class="lead">\(t("This is all that organisations see of you:"))</p>
            \(visit.candidate(card))
            <form method="post" action="\(visit.action(Self.path))" data-once><input type="hidden" name="schuilnaam" value="\(alias)">
            <textarea hidden name="voorstellen">\n\(introduction)</textarea>
            <div class="form-foot"><button class="btn big" name="zeker" value="1">\(candidate == nil ? t("Yes, put me in the candidate pool") : t("Yes, save"))</button>
            <a class="btn plain" href="\(visit.link(Self.path))">\(t("No, go back"))</a></div></form>
            """
    }

    private func invitation(_ invitation: PoolInvitation, _ visit: Visit) -> HTML {
        """
        <li>\(visit.icon("envelope"))<div><p>\(visit.theirLink("\(Self.path)/uitnodigingen/\(invitation.id)", invitation.vacancyTitle)) \
        \(visit.badge(invitation.state))</p><p class="muted"><span\(visit.theirs)>\(invitation.organisationName)</span>, \(visit.when(invitation.createdAt))</p></div></li>
        """
    }

    private func blocked(_ one: (id: ID<Organisation>, name: String), _ visit: Visit) -> HTML {
        """
        <li>\(visit.icon("x-circle"))<div><p\(visit.theirs)>\(one.name)</p></div>
        <form method="post" action="\(visit.action("\(Self.path)/organisaties/\(one.id)"))"><button class="btn small plain">\(visit.t("May see me again"))\
        <span class="visually-hidden">: \(one.name)</span></button></form></li>
        """
    }
}

/// One invitation: for what, what they wrote, and the three answers.
struct PoolInvitationPage {
    let invitation: PoolInvitation
    let answers: Set<PoolInvitation.State>
    let volunteer: Volunteer

    func html(_ visit: Visit) -> HTML {
        let t = visit.t
        return OwnWork(
            title: t("{organisation} would like to meet you", ["organisation": invitation.organisationName]),
            current: PoolPage.path, visit: visit, scripts: ["once"]
        ).html(
            """
            \(visit.notice(PoolInvitationNotice.self) { $0.words(t) })
            <p>\(visit.badge(invitation.state)) \(visit.when(invitation.createdAt))</p>
            <p class="lead">\(t("For this vacancy:")) \(visit.theirLink(Link.vacancy(invitation.vacancy, invitation.vacancyTitle), invitation.vacancyTitle))</p>
            <blockquote class="panel">\(visit.prose(invitation.text))</blockquote>
            \(if: !answers.isEmpty, choice(visit))
            """)
    }

    private func choice(_ visit: Visit) -> HTML {
        let t = visit.t
        let phone = volunteer.sharing.phone && !volunteer.phone.isEmpty
        return """
            <form class="panel measure" method="post" action="\(visit.action("\(PoolPage.path)/uitnodigingen/\(invitation.id)"))" data-once>
            <h2>\(t("What do you want to answer?"))</h2>
            <p>\(t("When you say yes, {organisation} sees this, and you can write to each other:", ["organisation": invitation.organisationName]))</p>
            <ul class="plain"><li dir="auto">\(volunteer.name)</li><li>\(volunteer.email)</li>\(if: phone, "<li>\(volunteer.phone)</li>")\
            \(each: [volunteer.shared.place, volunteer.shared.about].filter { !$0.isEmpty }, { "<li dir=\"auto\">\($0)</li>" })</ul>
            <div class="form-foot"><button class="btn big" name="antwoord" value="ja">\(t("Yes, I would like to meet"))</button>
            \(if: answers.contains(.notNow), "<button class=\"btn plain\" name=\"antwoord\" value=\"nu-niet\">\(t("Not now"))</button>")
            <button class="btn plain" name="antwoord" value="nooit">\(t("No, and never this organisation"))</button></div>
            <p class="help">\(t("With a no they do not get to know who you are."))</p></form>
            """
    }
}

/// What the page says after something was done.
enum PoolNotice: String, Notice {
    case joined = "erin"
    case left = "eruit"
    case again = "weer"

    func words(_ t: Localiser) -> NoticeWords {
        switch self {
        case .joined:
            .success(t("Organisations can find you now. We mail you when somebody asks you."), title: t("Saved"))
        case .left: .success(t("You are no longer in the candidate pool. Nobody finds you there."))
        case .again: .success(t("This organisation may see you again."))
        }
    }
}

extension Address where Said == PoolNotice {
    static var pool: Address { Address("/mijn/kandidatenbank") }
}

/// What the page says after something was done.
enum PoolInvitationNotice: String, Notice {
    case answered = "beantwoord"
    case closed = "gesloten"

    func words(_ t: Localiser) -> NoticeWords {
        switch self {
        case .answered: .success(t("Your answer has been sent. Thank you for letting them know."))
        case .closed: .warning(t("This vacancy is closed now. Look around for something else."))
        }
    }
}

extension Address where Said == PoolInvitationNotice {
    static func poolInvitation(_ id: ID<PoolInvitation>) -> Address {
        Address("/mijn/kandidatenbank/uitnodigingen/\(id)")
    }
}
