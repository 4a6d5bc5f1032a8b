import HTML
import Localisation
import SiteKit
import VolunteerCentre

/// The centre's front page: what there is, what is new, three ways in.
struct HomePage {
    let figures: CentreFigures
    let featured: [VacancyCard]
    let latest: [VacancyCard]
    /// In the order of the taxonomy.
    let interestCounts: [UInt32]

    func html(_ visit: Visit) -> HTML {
        let t = visit.t
        return PublicLayout(
            title: visit.whatThisIs, description: welcome(visit),
            visit: visit, scripts: ["words"]
        ).html(
            """
            \(if: visit.said() == HomeNotice.passwordSet, "<div class=\"wrap\">\(visit.passwordIsSet)</div>")
            <section class="hero"><div class="wrap">
            <div class="hero-text"><h1>\(t("Do something for")) <em>\(t("your neighbourhood"))</em></h1>
            <p class="lead"\(visit.language == .en ? .empty : visit.theirs)>\(welcome(visit))</p>
            \(SearchForm(visit: visit, words: "").html)
            </div>
            <div class="hero-art" aria-hidden="true"><img src="\(visit.asset("illustrations/hero.svg"))" alt="" width="640" height="420">\(each: ["natuur", "taal"], { visit.illustration($0) })</div>
            </div></section>
            \(if: figures.vacancies > 0, numbers(visit))
            \(if: !featured.isEmpty, spotlight(visit))
            \(if: !latest.isEmpty, news(visit))
            \(if: interestCounts.contains { $0 > 0 }, interests(visit))
            \(if: figures.vacancies > 0, suits(visit))
            <section class="band"><div class="wrap"><h2>\(t("How can we help you?"))</h2>\(ways(visit))</div></section>
            """)
    }

    /// The centre wrote its welcome in its own language; who reads English is welcomed in English.
    private func welcome(_ visit: Visit) -> String {
        visit.language == .en
            ? visit.t(
                "Find something that suits you, close to home. Little Dutch is often enough. Not sure yet? Call us or drop in: we help you choose."
            ) : visit.centre.intro
    }

    private func spotlight(_ visit: Visit) -> HTML {
        """
        <section class="band tint"><div class="wrap"><h2>\(visit.t("In the spotlight"))</h2>
        \(visit.cards(featured, heading: .h3))
        </div></section>
        """
    }

    private func news(_ visit: Visit) -> HTML {
        """
        <section class="band"><div class="wrap">
        <header class="section-head"><h2>\(visit.t("New on the vacancy board"))</h2>\
        <a class="more" href="\(visit.link("/vacatures"))">\(visit.t("All vacancies")) \(visit.icon("arrow-right"))</a></header>
        \(visit.cards(latest, heading: .h3))
        </div></section>
        """
    }

    private func interests(_ visit: Visit) -> HTML {
        let entries = zip(visit.services.taxonomy.entries(.interest), interestCounts).filter { $0.1 > 0 }
        return """
            <section class="band tint"><div class="wrap"><h2>\(visit.t("What do you like?"))</h2>
            <ul class="interests">\(each: entries, { entry, count in
                """
                <li><a href="\(visit.link("/vacatures?interesse=" + entry.slug))">\(visit.illustration(entry.slug, lazy: true))\
                <span>\(entry.label(visit.language))</span> <small>\(visit.t("{count} vacancy", "{count} vacancies", count: Int(count)))</small></a></li>
                """
            })</ul>
            </div></section>
            """
    }

    private func suits(_ visit: Visit) -> HTML {
        let t = visit.t
        return """
            <section class="band"><div class="wrap invite"><div><h2>\(t("Do you not know yet what you would like?"))</h2>
            <p>\(t("Answer a few questions and see at once what suits you. No account needed."))</p></div>
            <p><a class="btn big" href="\(visit.link(WishesPage.path))">\(t("What suits you?")) \(visit.icon("arrow-right"))</a></p></div></section>
            """
    }

    private func numbers(_ visit: Visit) -> HTML {
        let t = visit.t
        return """
            <section class="band strip warm"><div class="wrap"><h2 class="visually-hidden">\(t("{centre} in figures", ["centre": visit.centre.name]))</h2><dl class="figures">
            <div><dt>\(t("vacancies now"))</dt><dd>\(t.number(figures.vacancies))</dd></div>
            <div><dt>\(t("organisations"))</dt><dd>\(t.number(figures.organisations))</dd></div>
            \(if: figures.applications >= 5, "<div><dt>\(t("responses in the past year"))</dt><dd>\(t.number(figures.applications))</dd></div>")
            </dl></div></section>
            """
    }

    private func ways(_ visit: Visit) -> HTML {
        let t = visit.t
        return """
            <div class="ways">
            <section>\(visit.icon("heart"))<h3>\(t("I want to volunteer"))</h3>
            <p>\(t("Look around, choose something that suits you and respond at once. You need no account."))</p>
            <p><a class="btn" href="\(visit.link("/vacatures"))">\(t("View the vacancies"))</a></p></section>
            <section>\(visit.icon("building"))<h3>\(t("We look for volunteers"))</h3>
            <p>\(t("Register your organisation and place your vacancies free of charge. We think along about the text."))</p>
            <p><a class="btn" href="\(visit.link("/inschrijven/organisatie"))">\(t("Register organisation"))</a></p></section>
            <section>\(visit.icon("chat-dots"))<h3>\(t("I would rather talk to somebody"))</h3>
            <p\(visit.theirs)>\(visit.centre.openingHours)</p>
            <p>\(visit.phoneLink)<br>\(visit.mailLink)</p></section>
            </div>
            """
    }
}
