import HTML
import Localisation
import SQL
import SiteKit
import VolunteerCentre
import Web

/// Who still waits at a vacancy, each ticked, with room for one kind word to all.
struct ThankPage {
    let vacancy: Vacancy
    let waiting: Paged<Application>
    /// How many messages each wrote.
    let received: [ID<Application>: Int]
    let form: FormFields

    func html(_ visit: Visit) -> HTML {
        let t = visit.t
        let path = "/beheer/vacatures/\(vacancy.id)"
        return AreaLayout.organisation(
            t("Thank the others"), visit, current: "/beheer/vacatures", scripts: ["once", "leave"], form: form
        ).html(
            """
            \(VacancyTrail(vacancy: vacancy, here: t("Thank the others")).html(visit))
            <header class="page-head"><div><h1>\(t("Thank the others"))</h1><p class="lead"\(visit.theirs)>\(vacancy.content.title)</p></div></header>
            \(if: waiting.elements.isEmpty, "<div class=\"empty\"><h2>\(t("Nobody waits for an answer"))</h2><p><a class=\"btn plain\" href=\"\(visit.link(path))\">\(t("Back to the vacancy"))</a></p></div>", else: ask(path, visit))
            """)
    }

    private func ask(_ path: String, _ visit: Visit) -> HTML {
        let t = visit.t
        return """
            <form class="panel measure" method="post" action="\(visit.action(path + "/bedanken"))" novalidate data-once data-guard>
            <p>\(t("Everybody who is ticked gets a mail of her or his own with your words. Nobody sees the others. Untick who is still in the running."))</p>
            <fieldset class="block"><legend>\(t("{count} person waits for an answer", "{count} people wait for an answer", count: waiting.total))</legend>
            \(optional: form.errors["wie"], { "<p class=\"error\" id=\"wie-fout\">\($0)</p>" })
            \(if: waiting.total > waiting.elements.count, "<p>\(t("These are the first {count}. Thank them, and the others come after.", ["count": t.number(waiting.elements.count)]))</p>")
            <div class="options rows">\(each: waiting.elements, { person($0, visit) })</div></fieldset>
            \(CauseFields(form: form, help: t("Everybody reads this in a letter of {centre}, with other vacancies.", ["centre": visit.centre.name])).html(visit))
            <div class="form-foot"><a class="btn plain" href="\(visit.link(path))">\(t("Back"))</a>
            <button class="btn big">\(t("Thank them"))</button></div></form>
            """
    }

    /// `12.3`: this response, of whose messages there were three.
    static func ticked(_ value: String) -> (id: ID<Application>, received: Int)? {
        let parts = value.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 2, let id = ID<Application>(String(parts[0])), let received = Int(parts[1]) else {
            return nil
        }
        return (id, received)
    }

    private func person(_ application: Application, _ visit: Visit) -> HTML {
        let value = "\(application.id.number).\(received[application.id] ?? 0)"
        // With whom one is talking, is not thanked by the way.
        let isChosen =
            form.errors.isEmpty
            ? application.state.isUnanswered : form.data.all("wie").contains { Self.ticked($0)?.id == application.id }
        return """
            <label class="option"><input type="checkbox" name="wie" value="\(value)" autocomplete="off"\(attribute: "checked", if: isChosen)>\
            <span><bdi>\(application.name)</bdi>, \(visit.when(application.createdAt)) \(visit.badge(application.state))\
            \(if: application.email.isEmpty, " <small>\(visit.t("telephone only: call yourself")) \(application.phone)</small>")</span></label>
            """
    }
}
