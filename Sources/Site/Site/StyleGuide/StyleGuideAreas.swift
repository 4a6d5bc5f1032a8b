import HTML
import Localisation
import SiteKit
import VolunteerCentre
import Web

/// The areas behind the log-in: their bar, tabs, a response's two ends, a decision.
struct StyleGuideAreas {
    let visit: Visit

    var sections: [StyleGuideSection] {
        [
            StyleGuideSection(id: "deel-balk", title: "Balk van de beheeromgeving", content: bars),
            StyleGuideSection(id: "deel-menu", title: "Menu van een persoon", content: person),
            StyleGuideSection(id: "deel-tabs", title: "Tabs", content: tabs),
            StyleGuideSection(id: "deel-reactie", title: "Reactie: vacature en persoon", content: pair),
            StyleGuideSection(id: "deel-beoordelen", title: "Beoordelen", content: decide),
        ]
    }

    private var bars: HTML {
        """
        <p>Op een breed scherm staat de balk links, zo hoog als het venster. Op een smal scherm staat hij boven, met een menu.</p>
        <div class="grid">
        \(bar(.organisation("", visit, current: "/beheer"), name: "van een organisatie"))
        \(bar(.centre("", visit, current: "/centrum"), name: "van het centrum", count: 4))
        </div>
        """
    }

    /// `AreaLayout` draws a whole document; here are its items in the same markup, and a button that logs nobody out.
    private func bar(_ area: AreaLayout, name: String, count: Int? = nil) -> HTML {
        let items = area.items.map { item -> (HTML, HTML) in
            let isCurrent = item.path == area.current ? "page" : nil
            let number: HTML = isCurrent != nil ? "\(optional: count, { " <span class=\"count\">\($0)</span>" })" : ""
            let open: HTML = """
                <a href="\(visit.styleGuide)"\(attribute: "aria-current", isCurrent)>\(visit.icon(item.icon))
                """
            return ("\(open)<span>\(item.label)</span>\(number)</a>", "<li>\(open)\(item.label)\(number)</a></li>")
        }
        return """
            <div class="bar">
            <a class="bar-home" href="\(visit.styleGuide)">\(visit.logo(size: 40))<span>\(visit.centre.name)</span></a>
            <nav class="bar-nav" aria-label="\(area.label), balk \(name)">\(each: items, { $0.0 })</nav>
            <details class="bar-user pop"><summary>\(visit.icon("emoji-smile"))<span class="visually-hidden">Account \(name)</span></summary>
            <div class="pop-box"><p><strong>Ria Bakker</strong> Stichting Weekend</p><ul><li>\(logOut)</li></ul></div></details>
            <details class="bar-menu pop"><summary>\(visit.icon("list"))<span>Menu</span></summary>
            <nav class="pop-box" aria-label="Menu \(name)"><ul>\(each: items, { $0.1 })<li>\(logOut)</li></ul></nav></details>
            </div>
            """
    }

    private var person: HTML {
        """
        <div class="actions"><details class="person pop"><summary>\(visit.icon("person-circle"))<span class="visually-hidden">Voorbeeld van mijn account</span></summary>
        <div class="pop-box"><p><strong>Ria Bakker</strong> Stichting Weekend</p>
        <ul><li><a href="\(visit.styleGuide)">\(visit.icon("speedometer2"))Beheeromgeving</a></li><li>\(logOut)</li></ul></div></details></div>
        """
    }

    private var logOut: HTML {
        """
        <form method="get" action="\(visit.styleGuide)"><button>\(visit.icon("box-arrow-right"))\(visit.t("Log out"))</button></form>
        """
    }

    private var tabs: HTML {
        """
        <nav class="tabs" aria-label="Voorbeeld van tabs"><a href="\(visit.styleGuide)" aria-current="page">Nieuw <span class="count">3</span></a>
        <a href="\(visit.styleGuide)">Activiteit</a><a href="\(visit.styleGuide)">Wachtrij <span class="count">12</span></a></nav>
        """
    }

    private var pair: HTML {
        """
        <div class="pairbar"><div>\(visit.icon("megaphone"))<p><span>Vacature</span> <strong id="pb-v" dir="auto">Taalmaatje voor een nieuwkomer</strong></p>\
        <a class="btn small plain" aria-describedby="pb-v" href="\(visit.styleGuide)">Toon profiel</a></div>
        <div>\(visit.icon("person"))<p><span>Vrijwilliger</span> <strong dir="auto">Happy Unjani</strong></p>\(visit.badge(.guest))</div></div>
        """
    }

    private var decide: HTML {
        let form = visit.fields()
        return """
            <div class="decide measure">
            <form class="panel" method="get" action="\(visit.styleGuide)"><h2>Is alles in orde?</h2><p>Dan krijgt de organisatie een mail.</p>
            <button class="btn green">\(visit.icon("check-lg"))Accorderen</button></form>
            <details class="panel"><summary>Terugsturen met een vraag</summary><form method="get" action="\(visit.styleGuide)" novalidate>
            \(form.area("vraag", "Vraag", required: true, rows: 4))<button class="btn">Terugsturen</button></form></details>
            <details class="panel" open><summary>Afwijzen</summary><form method="get" action="\(visit.styleGuide)" novalidate>
            \(form.area("reden", "Reden", required: true, help: "De organisatie leest dit in een mail.", rows: 5, max: 2000))
            <button class="btn danger">Afwijzen en mailen</button></form></details>
            </div>
            """
    }
}
