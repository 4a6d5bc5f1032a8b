import Composition
import HTML
import Localisation
import SQL
import SiteKit
import VolunteerCentre
import Web

/// *Beheer* of a vacancy: what may become of it now.
struct VacancyManagePage {
    let vacancy: Vacancy
    /// How many people wait for an answer.
    let waiting: Int
    /// Left a telephone number only.
    let toCall: [VolunteerCentre.Application]
    let acts: Set<VacancyAct>
    let canReactivate: Bool
    /// Makes one copy of pressing the button twice.
    let key: String
    let data: FormData
    let errors: FormErrors

    func html(_ visit: Visit) -> HTML {
        let t = visit.t
        let path = "/beheer/vacatures/\(vacancy.id)"
        return AreaLayout.organisation(
            t("Manage {title}", ["title": vacancy.content.title]), visit, current: "/beheer/vacatures",
            scripts: ["once"]
        ).html(
            """
            \(VacancyTrail(vacancy: vacancy, here: t("Manage")).html(visit))
            <header class="page-head"><div><p class="kicker">\(visit.badge(vacancy))</p><h1\(visit.theirs)>\(vacancy.content.title)</h1></div></header>
            \(if: waiting > 0, thank(path, visit))
            <div class="ways">
            \(if: canReactivate, again(path, visit))
            \(if: acts.contains(.archive), archive(path, visit))
            \(if: acts.contains(.copy), copy(path, visit))
            \(if: acts.contains(.delete), deletion(path, visit))
            </div>
            """)
    }

    /// Before it goes: nobody is left waiting for an answer that does not come.
    private func thank(_ path: String, _ visit: Visit) -> HTML {
        let t = visit.t
        return visit.notice(
            .info,
            "\(t("{count} person still waits for an answer.", "{count} people still wait for an answer.", count: waiting)) <a href=\"\(visit.link(path + "/bedanken"))\">\(t("Thank them in one go"))</a>"
        )
    }

    private func copy(_ path: String, _ visit: Visit) -> HTML {
        let t = visit.t
        return """
            <section class="panel"><h2>\(t("Use it again for a new vacancy"))</h2><p>\(t("You get a draft with the same text. Change what is different and send it in."))</p>
            <form method="post" action="\(visit.action(path + "/kopie"))" data-once><input type="hidden" name="zegel" value="\(key)">
            <button class="btn plain">\(visit.icon("repeat"))\(t("Copy as a draft"))</button></form></section>
            """
    }

    private func deletion(_ path: String, _ visit: Visit) -> HTML {
        let t = visit.t
        return """
            <section class="panel"><h2>\(t("Delete"))</h2><p>\(t("Deleting is final: responses, matches and history disappear too. The archive keeps them."))</p>
            <p><a class="btn danger" href="\(visit.link(path + "/verwijderen"))">\(visit.icon("trash"))\(t("Delete vacancy"))</a></p></section>
            """
    }

    private func again(_ path: String, _ visit: Visit) -> HTML {
        let t = visit.t
        let title = acts.contains(.takeOutOfArchive) ? t("Take out of the archive") : t("Put it online again")
        let words =
            visit.centre.reactivationReturnsToQueue
            ? t("{centre} looks at it once more. After that it is on the website.", ["centre": visit.centre.name])
            : t(
                "It is on the website at once, for six months at most. Do you want to change something first? Copy it as a draft."
            )
        return """
            <section class="panel"><h2>\(title)</h2><p>\(words)</p>
            <form method="post" action="\(visit.action(path + "/opnieuw"))" data-once><button class="btn green">\(visit.icon("arrow-counterclockwise"))\(t("Publish again"))</button></form></section>
            """
    }

    private func archive(_ path: String, _ visit: Visit) -> HTML {
        let t = visit.t
        return """
            <section class="panel"><h2>\(t("Archive"))</h2><p>\(t("We advise the archive: the vacancy leaves the website, and responses, matches and history are kept."))</p>
            <form id="archief" method="post" action="\(visit.action(path + "/archief"))" data-once>\(if: waiting > 0, farewell(visit))<button class="btn">\(visit.icon("archive"))\(t("Place this vacancy in the archive"))</button></form></section>
            """
    }
}

extension VacancyManagePage {
    /// Nobody is left waiting for an answer that does not come; who answers each herself takes the tick away.
    private func farewell(_ visit: Visit) -> HTML {
        """
        \(FarewellWords(waiting: waiting, toCall: toCall, form: "archief", data: data, errors: errors).html(visit))
        <label class="option"><input type="checkbox" name="bedank" value="1"\(attribute: "checked", if: data.pairs.isEmpty || data.first("bedank") != nil)><span>\(visit.t("Thank them with these words"))</span></label>
        """
    }
}

extension DeleteVacancyPage {
    /// Where people wait the way leads past the words that they get.
    private func archive(_ path: String, _ visit: Visit) -> HTML {
        let words = visit.t("Place this vacancy in the archive")
        return loss.waiting > 0
            ? "<a class='btn' href='\(visit.link(path + "/beheer"))'>\(words)</a>"
            : "<form method='post' action='\(visit.action(path + "/archief"))' data-once><button class='btn'>\(words)</button></form>"
    }
}

/// *Vacature verwijderen*: what will be lost, and the two ways back.
struct DeleteVacancyPage {
    let vacancy: Vacancy
    let acts: Set<VacancyAct>
    let loss: DeleteVacancy.Loss
    /// Who waits and left a telephone number only.
    let toCall: [Application]
    let data: FormData
    let errors: FormErrors

    func html(_ visit: Visit) -> HTML {
        let t = visit.t
        let path = "/beheer/vacatures/\(vacancy.id)"
        return AreaLayout.organisation(t("Delete vacancy"), visit, current: "/beheer/vacatures", scripts: ["once"])
            .html(
                """
                \(VacancyTrail(vacancy: vacancy, here: t("Delete vacancy")).html(visit))
                <header class="page-head"><div><h1>\(t("Delete vacancy"))</h1><p class="lead"\(visit.theirs)>\(vacancy.content.title)</p></div></header>
                <section class="panel measure"><h2>\(t("This is final and cannot be undone"))</h2>
                <p>\(t("Together with the vacancy you lose:"))</p>
                <ul class="bullets"><li>\(t("{count} response with account", "{count} responses with account", count: loss.withAccount))</li>
                <li>\(t("{count} response without account", "{count} responses without account", count: loss.withoutAccount))</li>
                <li>\(t("{count} match", "{count} matches", count: loss.matches))</li>
                <li>\(t("the history: {count} step", "the history: {count} steps", count: loss.steps))</li></ul>
                <p>\(t("The yearly figures of {centre} do not change: they contain no names.", ["centre": visit.centre.name]))</p>
                \(if: loss.waiting > 0, FarewellWords(waiting: loss.waiting, toCall: toCall, form: "weg", data: data, errors: errors).html(visit))
                <div class="form-foot"><div class="actions"><a class="btn plain" href="\(visit.link(path))">\(t("Back, keep the vacancy"))</a>
                \(if: acts.contains(.archive), archive(path, visit))</div>
                <form id="weg" method="post" action="\(visit.action(path + "/verwijderen"))" data-once><button class="btn danger">\(visit.icon("trash"))\(t("Delete for good"))</button></form></div>
                </section>
                """)
    }
}

/// The way from the overview to a page about one vacancy.
struct VacancyTrail {
    let vacancy: Vacancy
    var here: String?

    func html(_ visit: Visit) -> HTML {
        let t = visit.t
        let (all, title) = (Crumb(t("Vacancies"), "/beheer/vacatures"), vacancy.content.title)
        guard let here else { return visit.crumbs(all, here: title, isTheirs: true) }
        return visit.crumbs(all, Crumb(title, "/beheer/vacatures/\(vacancy.id)", isTheirs: true), here: here)
    }
}
