import HTML
import Localisation
import Time
import VolunteerCentre
import Web

/// The vacancy form: reading what was typed, and writing it back into the fields.
enum VacancyForm {
    static let interestLimit = 3

    static func read(_ data: FormData, _ visit: Visit) -> (Vacancy.Content, FormErrors) {
        let t = visit.t
        let lists = visit.services.taxonomy
        func slugs(_ list: Taxonomy.List) -> [String] { lists.entries(list).map(\.slug) }
        var reader = FormReader(data, t)
        var content = Vacancy.Content()
        content.title = reader.line("titel", max: 120, missing: t("Give the vacancy a title."))
        content.description = reader.text(
            "omschrijving", max: 6000, missing: t("Describe the vacancy: what will the volunteer do?"))
        content.offer = reader.text("bieden", max: 6000, missing: t("Write whom you look for and what you offer."))
        content.interests = reader.choices(
            "interesse", among: slugs(.interest), max: interestLimit, tooMany: t("Choose three interests at most."),
            missing: t("Choose at least one interest. Visitors search by it."))
        content.activities = reader.choices("activiteit", among: slugs(.activity))
        content.engagement = reader.choice(
            "inzet", among: slugs(.engagement), missing: t("Choose how often."))
        content.dayparts = reader.choices("dagdeel", among: slugs(.daypart))
        content.hours = reader.line("uren", max: 80)
        content.positions = reader.number("aantal", in: 1...500)
        content.fromHome = reader.flag("thuis")
        content.place = reader.line("plaats", max: 80, missing: t("Fill in where the work is."))
        content.postcode = reader.postcode("postcode", country: visit.centre.country)
        content.municipality = reader.choice(
            "gemeente", among: MunicipalityOptions.values(visit), missing: t("Choose a municipality."))
        content.languageLevel = reader.choice("taal", among: slugs(.languageLevel))
        content.minimumAge = reader.number("leeftijd", in: 12...99)
        content.targets = reader.choices("doelgroep", among: slugs(.target))
        content.supports = reader.choices("steun", among: slugs(.support))
        content.publishUntil = reader.date("publiceren-tot")
        if let until = content.publishUntil {
            let longest = visit.today.adding(months: TakeVacanciesOffline.longestMonths)
            if until < visit.today {
                reader.errors.add("publiceren-tot", t("This date has passed. Choose a day from today on."))
            }
            if until > longest {
                reader.errors.add(
                    "publiceren-tot",
                    t(
                        "A vacancy is online for six months at most. Choose a day up to {date}.",
                        ["date": t.date(longest)]))
            }
        }
        return (content, reader.errors)
    }

    /// A stored vacancy as its form would have sent it.
    static func data(_ content: Vacancy.Content) -> FormData {
        var pairs: [(String, String)] = [
            ("titel", content.title), ("omschrijving", content.description), ("bieden", content.offer),
            ("inzet", content.engagement),
            ("uren", content.hours), ("plaats", content.place), ("postcode", content.postcode),
            ("gemeente", content.municipality),
            ("taal", content.languageLevel), ("thuis", content.fromHome ? "1" : ""),
            ("aantal", content.positions.map(String.init) ?? ""),
            ("leeftijd", content.minimumAge.map(String.init) ?? ""),
            ("publiceren-tot", content.publishUntil?.iso ?? ""),
        ]
        for (name, slugs) in [
            ("interesse", content.interests), ("activiteit", content.activities), ("dagdeel", content.dayparts),
            ("doelgroep", content.targets), ("steun", content.supports),
        ] {
            pairs += slugs.map { (name, $0) }
        }
        return FormData(pairs: pairs)
    }
}

/// *Vacature toevoegen*, and the same form for a vacancy that came back.
struct VacancyFormPage {
    let title: String
    let action: String
    let data: FormData
    let errors: FormErrors
    /// New forms carry a seal, which makes sending twice one vacancy; changed ones the version they started from.
    let hidden: HTML
    var notice: HTML = .empty

    func html(_ visit: Visit) -> HTML {
        let t = visit.t
        let form = FormFields(visit: visit, data: data, errors: errors)
        return AreaLayout.organisation(
            title, visit, current: "/beheer/vacatures", scripts: ["once", "leave", "counter"],
            hasErrors: !errors.isEmpty
        ).html(
            """
            \(form.summary)
            <header class="page-head"><div><h1>\(title)</h1></div></header>
            \(notice)
            <form method="post" action="\(visit.link(action))" novalidate data-once data-guard>
            \(form.requiredNote)
            \(hidden)
            <fieldset class="block"><legend>\(t("The vacancy"))</legend>
            \(form.input("titel", t("Title"), required: true, help: t("Say what somebody does, for example “Walk with Mr Bos on Tuesdays”."), max: 120))
            <div class="with-tip">\(form.area("omschrijving", t("Description of the vacancy"), required: true, rows: 9, max: 6000))
            \(tip(t("Tell what a volunteer does on an ordinary day, with whom and when. The clearer this is, the more responses you get."), visit))</div>
            <div class="with-tip">\(form.area("bieden", t("What we look for and offer"), required: true, rows: 7, max: 6000))
            \(tip(t("Who guides new volunteers? Do you pay expenses, is there an insurance, a cup of coffee? The clearer this is, the more responses you get."), visit))</div>
            \(options(form, "interesse", t("Interests"), .interest, visit, required: true, help: t("Choose one to three. Visitors search by them.")))
            \(options(form, "activiteit", t("Activities"), .activity, visit))
            </fieldset>
            <fieldset class="block"><legend>\(t("When and where"))</legend>
            \(options(form, "inzet", t("How often"), .engagement, visit, required: true, several: false))
            \(options(form, "dagdeel", t("Part of the day"), .daypart, visit))
            <div class="pair">\(form.input("uren", t("Hours"), help: t("For example 2 hours a week"), max: 80))
            \(form.input("aantal", t("Number of volunteers wanted"), kind: .number, width: "short", inputMode: "numeric"))</div>
            <div class="pair">\(form.input("plaats", t("Place"), required: true, max: 80))\(form.input("postcode", t("Postcode"), width: "short"))</div>
            \(form.select("gemeente", t("Municipality"), MunicipalityOptions.of(visit), required: true))
            \(form.tick("thuis", "\(t("This can be done from home"))"))
            </fieldset>
            <fieldset class="block"><legend>\(t("For whom"))</legend>
            \(options(form, "doelgroep", t("Suitable for"), .target, visit))
            \(options(form, "taal", t("Level of Dutch"), .languageLevel, visit, several: false))
            \(options(form, "steun", t("What volunteers can count on"), .support, visit))
            \(form.input("leeftijd", t("Minimum age"), kind: .number, help: t("Leave this empty if age does not matter."), width: "half", inputMode: "numeric"))
            </fieldset>
            <fieldset class="block"><legend>\(t("On the website"))</legend>
            \(form.input("publiceren-tot", t("Publish up to and including"), kind: .date, help: t("The vacancy is visible through this whole day. Without a date it goes offline after six months; you receive a message then. Six months is the most."), width: "half"))
            </fieldset>
            <div class="form-foot"><button class="btn big">\(t("Save and send in"))</button></div>
            <p class="help">\(t("{centre} checks the vacancy before it is on the website.", ["centre": visit.centre.name]))</p>
            </form>
            """)
    }

    private func tip(_ text: String, _ visit: Visit) -> HTML {
        "<div class=\"tip\"><p class=\"tip-head\">\(visit.icon("lightbulb"))\(visit.t("Tip"))</p><p>\(text)</p></div>"
    }

    private func options(
        _ form: FormFields, _ name: String, _ legend: String, _ list: Taxonomy.List, _ visit: Visit,
        required: Bool = false,
        several: Bool = true, help: String? = nil
    ) -> HTML {
        form.options(
            name, legend, visit.services.taxonomy.entries(list).map { ($0.slug, $0.label(visit.language)) },
            several: several,
            required: required, help: help)
    }
}
