import HTML
import Localisation
import SQL
import SiteKit
import Time
import VolunteerCentre
import Web

/// A vacancy as everybody sees it, or, once closed, that it was here and what is like it.
struct VacancyPage {
    let vacancy: Vacancy
    let organisation: Organisation
    let isOpen: Bool
    let alternatives: [VacancyCard]
    /// The organisation is away now.
    var holiday: Holiday?
    /// Who looks keeps it already.
    var isKept = false
    /// Who looks responded before.
    var hasResponded = false

    var path: String { Link.vacancy(vacancy.id, vacancy.content.title) }

    func html(_ visit: Visit) -> HTML {
        let t = visit.t
        let content = vacancy.content
        return PublicLayout(
            title: content.title,
            description: organisation.isAdmitted ? String(content.description.prefix(300)) : nil,
            picture: organisation.isAdmitted ? content.picture.map { visit.media($0.upload, .page) } : nil,
            visit: visit,
            current: "/vacatures/", scripts: ["print", "share"],
            head: "\(canonical(visit))\(if: isOpen, JobPosting(vacancy, organisation, centre: visit.centre).html)"
        ).html(
            """
            \(if: organisation.isAdmitted, article(visit), else: nameOnly(visit))
            \(if: !alternatives.isEmpty, "<section class=\"band tint\"><div class=\"wrap\"><h2>\(t("Perhaps this suits you too"))</h2>\(visit.cards(alternatives, heading: .h3))</div></section>")
            """)
    }

    /// Of an organisation that the centre took off the website.
    private func nameOnly(_ visit: Visit) -> HTML {
        """
        <article class="wrap vacancy"><header class="vacancy-head">
        \(visit.crumbs(Crumb(visit.t("Vacancies", context: "visitor"), visit.back(to: VacancyListPage.path)), here: vacancy.content.title, isTheirs: true))
        \(closed(visit))<h1\(visit.theirs)>\(vacancy.content.title)</h1></header></article>
        """
    }

    /// - Parameter isPreview: nobody can respond to what is not there yet.
    func article(_ visit: Visit, isPreview: Bool = false) -> HTML {
        let (t, content) = (visit.t, vacancy.content)
        return """
            <article class="wrap vacancy">
            <header class="vacancy-head">
            \(visit.crumbs(Crumb(t("Vacancies", context: "visitor"), visit.back(to: VacancyListPage.path)), here: content.title, isTheirs: true))
            \(if: !isOpen, closed(visit))
            <p class="kicker">\(visit.label(.interest, content.interests.first ?? ""))</p><h1\(visit.theirs)>\(content.title)</h1>
            <p class="by">\(t("at")) \(visit.theirLink(Link.organisation(organisation.id, organisation.name), organisation.name))\(optional: content.department, { "<span\(visit.theirs)>, \($0.name)</span>" })</p>
            \(brief(visit))\(writtenIn(visit))
            \(if: visit.said() == PublicVacancyNotice.kept, visit.notice(.success, "\(t("You find it again under “My volunteer work”, Kept."))", title: t("Kept")))
            \(if: hasResponded, visit.notice(.info, "\(t("You responded to this one.")) <a href=\"\(visit.link("/mijn"))\">\(t("My volunteer work"))</a>"))
            \(if: isOpen && !isPreview, visit.awayNotice(holiday, of: organisation.name))
            </header>
            \(picture(visit))
            <div class="vacancy-text prose">
            <h2>\(t("Description of the vacancy"))</h2>\(visit.prose(content.description, linked: true))
            \(if: !content.offer.isEmpty, "<h2>\(t("What we look for and offer"))</h2>\(visit.prose(content.offer, linked: true))")
            </div>
            <div class="vacancy-side">
            \(if: isOpen && !isPreview, "\(act(visit))")
            \(facts(visit))
            \(if: isOpen && !isPreview, "\(share(visit))")
            <section class="panel org">\(visit.organisationLogo(organisation, size: 72))<h2\(visit.theirs)>\(organisation.name)</h2>
            \(visit.prose(organisation.shortDescription, linked: true))
            <p><a class="more" href="\(visit.link(Link.organisation(organisation.id, organisation.name)))">\
            \(t("More about {organisation}", ["organisation": organisation.name])) \(visit.icon("arrow-right"))</a></p></section>
            </div>
            \(if: isOpen && !isPreview, "<p class=\"print-only\">\(t("Respond here:")) \(visit.website + visit.link(path))</p>")
            </article>
            """
    }

    /// Where and how often, before the story begins.
    private func brief(_ visit: Visit) -> HTML {
        let (t, content) = (visit.t, vacancy.content)
        let when = content.hours.isEmpty ? visit.label(.engagement, content.engagement) : content.hours
        let place = content.fromHome ? t("From home") : content.place
        return """
            <ul class="brief">\(if: !place.isEmpty, "<li\(visit.theirs)>\(visit.icon("geo-alt"))\(place)</li>")\(if: !when.isEmpty, "<li\(visit.theirs)>\(visit.icon("clock"))\(when)</li>")</ul>
            """
    }

    /// For who reads the site in English: the texts of organisations mostly are not.
    private func writtenIn(_ visit: Visit) -> HTML {
        guard visit.language == .en, visit.services.finder.isDutch(vacancy.content.description) else { return .empty }
        let level = vacancy.content.languageLevel
        return """
            <p class="help">\(visit.t("This text is in Dutch."))\(if: !level.isEmpty, " \(visit.t("To do this:")) \(visit.label(.languageLevel, level)).")</p>
            """
    }

    private func closed(_ visit: Visit) -> HTML {
        let t = visit.t
        guard vacancy.isWaiting else {
            return visit.notice(
                .warning, "\(t("You can no longer respond to this vacancy. Look at the ones below, or ask us."))",
                title: t("This vacancy is closed"))
        }
        return visit.notice(
            .info, "\(t("We read it before it is online again. Come back in a few days, or look at the ones below."))",
            title: t("This vacancy is being checked"))
    }

    private func picture(_ visit: Visit) -> HTML {
        guard let picture = vacancy.content.picture else {
            return visit.illustration(vacancy.content.interests.first ?? "", class: "vacancy-picture")
        }
        return """
            <img class="vacancy-picture" src="\(visit.media(picture.upload, .page))" alt="\(picture.alt)"\(visit.theirs) width="640" height="360">
            """
    }

    private func canonical(_ visit: Visit) -> HTML {
        "<link rel=\"canonical\" href=\"\(visit.services.mails.address(of: visit.centre) + visit.link(path))\">"
    }

    private func act(_ visit: Visit) -> HTML {
        """
        <div class="act"><a class="btn big" href="\(visit.link(path + "/reageren"))">\(visit.t("Respond"))</a>\(keep(visit))</div>
        """
    }

    private func keep(_ visit: Visit) -> HTML {
        let t = visit.t
        guard !isKept else {
            return
                "<p class=\"kept\">\(visit.icon("heart-fill"))<a href=\"\(visit.link("/mijn/bewaard"))\">\(t("You keep this vacancy"))</a></p>"
        }
        return """
            <form method="post" action="\(visit.action("/mijn/bewaard/\(vacancy.id)"))"><input type="hidden" name="bewaar" value="1">\
            <button class="btn plain">\(visit.icon("heart"))\(t("Keep"))</button></form>
            """
    }

    /// Passed on, or on paper.
    private func share(_ visit: Visit) -> HTML {
        let t = visit.t
        return """
            <section class="share"><h2>\(t("Pass it on"))</h2><p class="actions">\
            \(PassOn(title: vacancy.content.title, address: visit.website + visit.link(path)).html(visit))
            <button class="btn small plain" type="button" data-print hidden>\(visit.icon("file-earmark-text"))\(t("Print"))</button>\
            <a class="btn small plain" href="\(visit.link("/vacatures/\(vacancy.id)/poster"))">\(visit.icon("card-text"))\(t("Poster"))</a></p></section>
            """
    }

    private func day(_ moment: Instant, _ visit: Visit) -> String {
        visit.t.date(CalendarDate(moment, in: visit.centre.zone))
    }

    private func facts(_ visit: Visit) -> HTML {
        let (t, content) = (visit.t, vacancy.content)
        let place = [
            content.place, content.neighbourhood,
            // "Another municipality" says less than the place beside it.
            [content.place, MunicipalityOptions.elsewhere].contains(content.municipality) ? "" : content.municipality,
        ].filter {
            !$0.isEmpty
        }
        var rows: [(icon: String, name: String, text: String, isTheirs: Bool)] = [
            ("geo-alt", t("Where"), content.fromHome ? t("From home") : place.joined(separator: ", "), true),
            ("geo-alt", t("Also at"), content.otherPlaces.joined(separator: ", "), true),
            ("calendar-event", t("How often"), visit.label(.engagement, content.engagement), false),
            ("clock", t("Hours"), content.hours, true),
            ("calendar-event", t("Days"), visit.labels(.day, content.days), false),
            ("calendar-event", t("Begins on"), content.beginsOn.map { t.date($0) } ?? "", false),
            ("calendar-check", t("Part of the day"), visit.labels(.daypart, content.dayparts), false),
            ("heart", t("What you do"), visit.labels(.activity, content.activities), false),
            (
                "translate", t("Language"),
                content.languageLevel.isEmpty ? "" : visit.label(.languageLevel, content.languageLevel), false
            ),
            ("translate", t("Other languages"), visit.labels(.language, content.languages), false),
            ("people", t("For whom"), visit.labels(.target, content.targets), false),
            ("shield-check", t("What you can count on"), visit.labels(.support, content.supports), false),
        ]
        if let age = content.minimumAge {
            rows.append(("person", t("Age"), t("from {age} years", ["age": String(age)]), false))
        }
        if let size = content.groupSize {
            rows.append(("people", t("Together"), t("with {count} people at most", ["count": String(size)]), false))
        }
        if let positions = content.positions {
            rows.append(
                ("person-plus", t("Wanted"), t("{count} volunteer", "{count} volunteers", count: positions), false))
        }
        if let until = content.publishUntil {
            rows.append(("calendar-check", t("On this site up to and including"), t.date(until), false))
        }
        if let checked = vacancy.freshness.confirmedAt, visit.now.subtracting(.days(Freshness.days)) < checked {
            rows.append(("check-lg", t("Still right"), t("checked on {date}", ["date": day(checked, visit)]), false))
        }
        let shown = rows.filter { !$0.text.isEmpty }
        return """
            <div class="panel"><h2>\(t("In short"))</h2><dl class="facts">\
            \(each: shown, { "<div><dt>\(visit.icon($0.icon))\($0.name)</dt><dd\($0.isTheirs ? visit.theirs : .empty)>\($0.text)</dd></div>" })</dl></div>
            """
    }
}

/// What the page says after something was done.
enum PublicVacancyNotice: String, Notice {
    case kept = "bewaard"
}

extension Address where Said == PublicVacancyNotice {
    static func publicVacancy(_ id: ID<Vacancy>) -> Address { Address("/vacatures/\(id)") }
}
