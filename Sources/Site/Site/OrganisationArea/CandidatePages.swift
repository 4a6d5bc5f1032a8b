import HTML
import Localisation
import SQL
import SiteKit
import VolunteerCentre
import Web

/// The candidate pool as an organisation searches it, and its own invitations.
struct CandidatesPage {
    let words: String
    let interests: [String]
    let found: Paged<CandidateCard>
    /// Of those found on this page, whom the day still allows.
    let cards: [CandidateCard]
    let invitations: [PoolInvitation]

    static let path = "/beheer/kandidaten"

    func html(_ visit: Visit) -> HTML {
        let t = visit.t
        let interest = interests.first ?? ""
        return AreaLayout.organisation(t("Candidate pool"), visit, current: "/beheer/zoeken").html(
            """
            \(if: visit.said() == CandidatesNotice.invited, visit.notice(.success, "\(t("The candidate gets a mail with your invitation. You read here what comes of it."))", title: t("Invited")))
            <header class="page-head"><div><h1>\(t("Candidate pool"))</h1>
            <p class="lead">\(t("People who would like to be asked. You see who they are when they say yes."))</p></div></header>
            \(SearchTabs(current: Self.path).html(visit))
            <form class="search measure" role="search" action="\(visit.link(Self.path))">\(visit.hatField)
            <div class="search-field"><label for="q">\(t("What do you look for?"))</label><input id="q" name="q" type="search" dir="auto" value="\(words)"></div>
            <div class="search-field"><label for="interesse">\(t("Interest"))</label><select id="interesse" name="interesse"><option value="">\(t("All"))</option>\
            \(each: visit.services.taxonomy.entries(.interest), { .option($0.slug, $0.label(visit.language), isChosen: $0.slug == interest) })</select></div>
            <button class="btn">\(visit.icon("search"))\(t("Search"))</button></form>
            \(if: found.elements.isEmpty, nothing(visit), else: "<p class=\"results\"><strong>\(t("{count} candidate", "{count} candidates", count: found.total))</strong></p><div class=\"candidates\">\(each: cards, { visit.listed($0, link: "\(Self.path)/\($0.code)") })</div>")
            \(if: cards.count < found.elements.count, visit.enoughShown)
            \(visit.pager(found, path: Self.path, query: [("q", words), ("interesse", interest)]))
            \(if: !invitations.isEmpty, "<h2>\(t("Your invitations"))</h2>\(table(visit))")
            """)
    }

    private func nothing(_ visit: Visit) -> HTML {
        let t = visit.t
        let searched = !words.isEmpty || !interests.isEmpty
        return """
            <div class="empty"><img src="\(visit.asset("illustrations/empty.svg"))" alt="" width="240" height="160">
            <h2>\(searched ? t("Nobody found this time") : t("The candidate pool is still empty"))</h2>
            <p>\(searched ? t("Try another word or another interest. Or ask us: we know more people than stand here.") : t("Volunteers choose themselves whether they stand here. Ask us: we know more people than stand here."))</p>
            <p>\(visit.phoneLink) · \(visit.mailLink)</p></div>
            """
    }

    private func table(_ visit: Visit) -> HTML {
        let t = visit.t
        return visit.table(
            invitations, t("Invited"),
            [
                .name(t("Candidate")) { "\($0.alias)" },
                .init(t("Vacancy")) { visit.theirLink("/beheer/vacatures/\($0.vacancy)", $0.vacancyTitle) },
                .init(t("Answer")) { visit.badge($0.seenByOrganisation) },
                .init(t("Invited")) { visit.when($0.createdAt) },
            ])
    }
}

/// *Zoeken* has two halves: what the organisation has, and who would like to be asked.
struct SearchTabs {
    let current: String

    func html(_ visit: Visit) -> HTML {
        let t = visit.t
        let tabs = [("/beheer/zoeken", t("In your own data")), (CandidatesPage.path, t("Candidate pool"))]
        return visit.tabs(t("Search"), tabs, current: current)
    }
}

/// Who suits one vacancy, each with the reasons.
struct SuitingCandidatesPage {
    let vacancy: Vacancy
    let candidates: [SuggestedCandidate]
    /// Some more suit, whom the day no longer allows.
    let isCut: Bool
    /// Online, so in words that the centre knows.
    let isShown: Bool

    func html(_ visit: Visit) -> HTML {
        let t = visit.t
        return AreaLayout.organisation(t("Suiting candidates"), visit, current: "/beheer/vacatures").html(
            """
            \(VacancyTrail(vacancy: vacancy, here: t("Suiting candidates")).html(visit))
            <header class="page-head"><div><h1>\(t("Suiting candidates"))</h1>
            <p class="lead">\(!isShown ? t("As soon as {centre} has approved this text and it is online, you see here who suits it.", ["centre": visit.centre.name]) : candidates.isEmpty && !isCut ? t("Nobody in the candidate pool suits this vacancy right now. Look again next week, or ask us.") : t("Who suits best comes first. You see who they are when they say yes."))</p></div></header>
            <div class="candidates">\(each: candidates, { one in
                visit.listed(
                    one.card, link: "\(CandidatesPage.path)/\(one.card.code)?vacature=\(vacancy.id)",
                    reasons: CandidateReasons(candidate: one).html(visit))
            })</div>
            \(if: isCut, visit.enoughShown)
            <p><a href="\(visit.link(CandidatesPage.path))">\(t("Search in the whole candidate pool"))</a></p>
            """)
    }
}

/// Why somebody suits, and what is different.
struct CandidateReasons {
    let candidate: SuggestedCandidate

    func html(_ visit: Visit) -> HTML {
        let t = visit.t
        let (fits, differs) = (
            candidate.reasons.fits.compactMap { fit($0, visit) }, candidate.reasons.differs.map { difference($0, t) }
        )
        return """
            <div class="why"><h3>\(t("This fits"))</h3><ul class="fits">\(each: fits, { "<li>\($0)</li>" })</ul>
            \(if: !differs.isEmpty, "<h3>\(t("This is different"))</h3><ul class=\"differs\">\(each: differs, { "<li>\($0)</li>" })</ul>")</div>
            """
    }

    private func fit(_ criterion: Suggested.Criterion, _ visit: Visit) -> String? {
        let t = visit.t
        func labels(_ list: Taxonomy.List) -> String { visit.labels(list, candidate.reasons.shared[list] ?? []) }
        switch criterion {
        case .interest: return t("Likes: {list}", ["list": labels(.interest)])
        case .activity: return t("Wants to do: {list}", ["list": labels(.activity)])
        case .day: return t("Can then: {list}", ["list": labels(.day)])
        case .daypart: return t("Can then: {list}", ["list": labels(.daypart)])
        case .engagement: return t("As often as you ask: {list}", ["list": labels(.engagement)])
        case .distance: return t("Lives near enough")
        case .support, .language, .age: return nil
        }
    }

    private func difference(_ criterion: Suggested.Criterion, _ t: Localiser) -> String {
        switch criterion {
        case .interest: t("Chose other subjects")
        case .activity: t("Would rather do something else")
        case .day: t("Can on other days")
        case .daypart: t("Can at another time of the day")
        case .engagement: t("Would like to help more or less often")
        case .distance, .support, .language, .age: ""
        }
    }
}

/// One candidate, and the invitation.
struct CandidatePage {
    let card: CandidateCard
    let vacancies: [VacancyQueries.Listed]
    let form: FormFields

    func html(_ visit: Visit) -> HTML {
        let t = visit.t
        return AreaLayout.organisation(
            card.alias, visit, current: "/beheer/zoeken", scripts: ["once", "counter"], form: form
        ).html(
            """
            \(visit.crumbs(Crumb(t("Candidate pool"), CandidatesPage.path), here: card.alias))
            <header class="page-head"><div><h1 dir="auto">\(card.alias)</h1></div></header>
            <div class="beside"><div>\(visit.candidate(card))
            <p class="help">\(t("{name} can see that you looked at this profile.", ["name": card.alias]))</p></div>
            \(vacancies.isEmpty ? nothingOnline(visit) : invitation(visit))</div>
            """)
    }

    private func invitation(_ visit: Visit) -> HTML {
        let t = visit.t
        return """
            <form class="panel" method="post" action="\(visit.action("\(CandidatesPage.path)/\(card.code)/uitnodigen"))" novalidate data-once>
            <h2>\(t("Invite"))</h2>
            \(form.select("vacature", t("For which vacancy?"), vacancies.map { ($0.id.description, $0.title) }, required: true))
            \(form.area("bericht", t("Your message"), required: true, help: t("Say why you think of this person, and what a first meeting could be. Give no telephone number: the candidate sees your data after a yes."), rows: 5, max: 1000))
            <div class="form-foot"><button class="btn green">\(visit.icon("envelope"))\(t("Send invitation"))</button></div></form>
            """
    }

    private func nothingOnline(_ visit: Visit) -> HTML {
        let t = visit.t
        return """
            <section class="panel"><h2>\(t("Invite"))</h2><p>\(t("You can invite somebody for a vacancy that is online. You have none now."))</p>
            <p><a class="btn green" href="\(visit.link("/beheer/vacatures/nieuw"))">\(visit.icon("plus-lg"))\(t("Add vacancy"))</a></p></section>
            """
    }
}

/// Enough people for one day.
struct EnoughCandidatesPage {
    enum Reason { case looks, questions }

    let reason: Reason

    func html(_ visit: Visit) -> HTML {
        let t = visit.t
        return AreaLayout.organisation(t("Enough for today"), visit, current: "/beheer/zoeken").html(
            """
            <div class="empty"><h1>\(t("Enough for today"))</h1>
            <p>\(reason == .looks ? t("You looked at thirty candidates today. To protect them you can look further tomorrow. Do you need more? We like to think along.") : t("You searched thirty times in the candidate pool today. To protect people you can search further tomorrow. Do you need more? We like to think along."))</p>
            <p>\(visit.phoneLink) · \(visit.mailLink)</p></div>
            """)
    }
}

/// What the page says after something was done.
enum CandidatesNotice: String, Notice {
    case invited = "uitgenodigd"
}

extension Address where Said == CandidatesNotice {
    static var candidates: Address { Address("/beheer/kandidaten") }
}
