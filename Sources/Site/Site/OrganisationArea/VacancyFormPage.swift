import HTML
import Localisation
import SQL
import SiteKit
import VolunteerCentre
import Web

/// *Vacature toevoegen*, and the same form for a vacancy that came back.
struct VacancyFormPage {
    let title: String
    /// Where the form goes; a draft is kept at the address in `keep`.
    let action: String
    let keep: String?
    let data: FormData
    let errors: FormErrors
    /// New forms carry a seal, which makes sending twice one vacancy; changed ones the version they started from.
    let hidden: HTML
    var notice: HTML = .empty
    /// Nobody typed anything yet.
    var isNew = false
    /// A change to a vacancy that visitors can see now.
    var isOnline = false
    var picture: Upload?
    let writer: VacancyWriter
    let coach: CoachPanel

    func html(_ visit: Visit) -> HTML {
        let t = visit.t
        let form = visit.fields(data, errors)
        let isCopy = visit.said() == VacancyFormNotice.copied
        return AreaLayout.organisation(
            title, visit, current: "/beheer/vacatures",
            scripts: ["once", "leave", "counter", "autosave", "preview", "coach"],
            form: form
        ).html(
            """
            <header class="page-head"><div><h1>\(title)</h1>\(if: isNew, "<p class=\"lead\">\(t("Did you place such a vacancy before?")) <a href=\"\(visit.link("/beheer/vacatures"))\">\(t("Open it and choose Copy"))</a></p>")</div></header>
            \(notice)
            <form method="post" action="\(visit.action(action))" novalidate data-once data-guard enctype="multipart/form-data"\(attribute: "data-autosave", keep.map { visit.action($0) })>
            \(form.enterDoesNothing)\(form.requiredNote)
            \(hidden)\(if: errors["plaats"] != nil || errors["postcode"] != nil, "<input type=\"hidden\" name=\"\(VacancyForm.placeSeen)\" value=\"\(VacancyForm.placeMark(data))\">")
            <fieldset class="block"><legend>\(t("The vacancy"))</legend>
            \(form.input("titel", t("Title"), required: true, help: t("Say what somebody does, for example “Walk with Mr Bos on Tuesdays”."), max: 120))
            \(if: isCopy, until(form, t))
            \(if: !writer.departments.isEmpty, form.select("afdeling", t("Department"), writer.departments.map { ($0.id.description, $0.name) }, help: t("Leave this empty for the whole organisation.")))
            <div class="with-tip">\(form.area("omschrijving", t("Description of the vacancy"), required: true, rows: 7, max: 6000))
            \(tip(t("Tell what a volunteer does on an ordinary day, with whom and when. The clearer this is, the more responses you get."), visit))</div>
            \(more(form, t("Days and times"), t("Who is free on Tuesdays finds you then."), ["dag", "dagdeel", "begint-op", "uren", "aantal"], visit, """
                \(options(form, "dag", t("Days"), .day, visit, help: t("Leave this empty if the day does not matter.")))
                \(options(form, "dagdeel", t("Part of the day"), .daypart, visit))
                <div class="pair">\(form.input("uren", t("Hours"), help: t("For example 2 hours a week"), max: 80))
                \(form.input("aantal", t("Number of volunteers wanted"), kind: .number, width: "short", inputMode: "numeric"))</div>
                \(form.input("begint-op", t("Begins on"), kind: .date, help: t("Leave this empty if somebody can begin at once."), width: "half"))
                """))
            \(more(form, t("What volunteers can count on"), t("A regular contact person, your expenses paid: for many people that decides it."), ["steun", "activiteit"], visit, """
                \(options(form, "steun", t("What volunteers can count on"), .support, visit))
                \(options(form, "activiteit", t("Activities"), .activity, visit))
                """))
            <div class="with-tip">\(form.area("bieden", t("What we look for and offer"), required: true, rows: 5, max: 6000))
            \(tip(t("Who guides new volunteers? Do you pay expenses, is there an insurance, a cup of coffee? The clearer this is, the more responses you get."), visit))</div>
            \(coach.html(visit))
            \(options(form, "interesse", t("Interests"), .interest, visit, required: true, help: t("Choose one to three. Visitors search by them.")))
            \(options(form, "inzet", t("How often"), .engagement, visit, required: true, several: false))
            <div class="pair">\(form.input("plaats", t("Place"), required: true, max: 80))\(form.input("postcode", t("Postcode"), width: "short"))</div>
            \(form.select("gemeente", t("Municipality"), MunicipalityOptions.of(visit), required: true))
            \(if: !isCopy, until(form, t))
            </fieldset>
            \(more(form, t("Picture"), t("A face or a place says more than words."), ["foto-id", "foto", "foto-alt"], visit, """
                \(PictureField.photograph.html(form, t("Picture"), help: t("A photograph of the work or the place makes people curious. JPG, PNG or WebP, 15 MB at most. Ask the people on it whether they agree."), current: picture))
                \(form.input("foto-alt", t("What can be seen on the picture"), help: t("For people who cannot see it. For example: two women plant a tree."), max: 200))
                """))
            \(more(form, t("For whom"), t("Who hesitates reads here that it is meant for her or him."), ["doelgroep", "taal", "talen", "groep", "leeftijd"], visit, """
                \(options(form, "doelgroep", t("Suitable for"), .target, visit))
                \(options(form, "taal", t("Level of Dutch"), .languageLevel, visit, several: false))
                \(options(form, "talen", t("Other languages"), .language, visit, help: t("Besides Dutch: languages in which somebody can work together with you.")))
                \(form.input("groep", t("Together with how many at most"), kind: .number, help: t("Fill this in if a family, a class or a company can come together."), width: "half", inputMode: "numeric"))
                \(form.input("leeftijd", t("Minimum age"), kind: .number, help: t("Leave this empty if age does not matter."), width: "half", inputMode: "numeric"))
                """))
            \(more(form, t("More about the place"), t("Who lives nearby, or cannot leave home, finds you then."), ["thuis", "buurt", "ook-op"], visit, """
                \(form.tick("thuis", "\(t("This can be done from home"))"))
                \(if: !visit.centre.neighbourhoods.isEmpty, form.select("buurt", t("Neighbourhood"), visit.centre.neighbourhoods.map { ($0, $0) }, help: t("Leave this empty if it is in no single neighbourhood; then we look at the postcode.")))
                \(form.area("ook-op", t("Also at these places"), help: t("A postcode or the name of a place, each on a line of its own. Whoever lives near one of them finds the vacancy."), rows: 2, max: 500))
                """))
            <div class="form-foot">\(optional: keep, { "<button class='btn plain' formaction='\(visit.action($0))'>\(visit.icon("file-earmark-text"))\(t("Save as draft"))</button>" })
            <div class="actions"><button class="btn plain" formaction="\(visit.action("/beheer/vacatures/voorbeeld"))" formtarget="_blank">\(visit.icon("eye"))\(t("Preview"))</button>
            <button class="btn big">\(t("Save and send in"))</button></div></div>
            \(if: keep != nil, "<p class='help' role='status' data-autosaved='\(visit.t.dynamic(savedID))' data-saving='\(t("Keeping…"))' data-unsaved='\(t("Not kept yet. Click on Save as draft to see why."))'></p>")
            <p class="help">\(promise(visit))</p>
            </form>
            """)
    }

    /// Of a copy it is what changes most, so it stands under the title.
    private func until(_ form: FormFields, _ t: Localiser) -> HTML {
        form.input(
            "publiceren-tot", t("Publish up to and including"), kind: .date,
            help: t(
                "Without a date it is on the website for six months, the longest there is. You get a message when it goes."
            ), width: "half")
    }

    private var savedID: String { "\(l10n("Kept as a draft at {time}"))" }

    private func promise(_ visit: Visit) -> String {
        isOnline && !visit.centre.editsReturnToQueue
            ? visit.t("Visitors see your changes at once.")
            : isOnline
                ? visit.t(
                    "{centre} checks your changes. Until then the text that is on the website stays there.",
                    ["centre": visit.centre.name])
                : visit.t("{centre} checks the vacancy before it is on the website.", ["centre": visit.centre.name])
    }

    /// What a first vacancy can do without is folded, with the reason to fill it in, or how much is filled in already.
    private func more(
        _ form: FormFields, _ title: String, _ reason: String, _ names: [String], _ visit: Visit, _ fields: HTML
    ) -> HTML {
        let filled = names.reduce(0) { $0 + data.all($1).count { !$0.isEmpty } }
        let words = filled == 0 ? reason : visit.t("{count} thing filled in", "{count} things filled in", count: filled)
        return """
            <details class="panel further"\(attribute: "open", if: names.contains { errors[$0] != nil })><summary><span>\(title) <small>\(words)</small></span></summary>\(fields)</details>
            """
    }

    private func tip(_ text: String, _ visit: Visit) -> HTML {
        "<div class=\"tip\"><p class=\"tip-head\">\(visit.icon("lightbulb"))\(visit.t("Tip"))</p><p>\(text)</p></div>"
    }

    private func options(
        _ form: FormFields, _ name: String, _ legend: String, _ list: Taxonomy.List, _ visit: Visit,
        required: Bool = false, several: Bool = true, help: String? = nil
    ) -> HTML {
        form.options(
            name, legend, visit.services.taxonomy.entries(list).map { ($0.slug, $0.label(visit.language)) },
            several: several, required: required, help: help)
    }
}
