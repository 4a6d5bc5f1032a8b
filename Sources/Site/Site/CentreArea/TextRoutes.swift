import Composition
import HTML
import HTTPTypes
import Hummingbird
import Localisation
import SQL
import SiteKit
import Texts
import VolunteerCentre
import Web

/// *Teksten*: what mails and pages of information say, in the centre's own words. Administrators only.
enum TextRoutes {
    static func add(to area: RouterGroup<StaffContext>) {
        area.get("/teksten", use: list)
        area.get("/teksten/nieuwe-pagina") { _, context in
            let visit = try context.administrator
            return visit.page(NewTextPage(form: visit.fields()).html(visit))
        }
        area.post("/teksten/nieuwe-pagina", use: add)
        area.get("/teksten/{kind}/{name}", use: edit)
        area.post("/teksten/{kind}/{name}", use: save)
        area.get("/teksten/{kind}/{name}/versies", use: history)
    }

    @Sendable static func list(_ request: Request, _ context: StaffContext) async throws -> Reply {
        let visit = try context.administrator
        let actions = try await visit.slot(.textActions)
        let page = try await context.read { work in
            TextsPage(
                mails: try OwnText.changed(kind: "mail", in: work.centre.id, work.tx),
                pages: try OwnText.changed(kind: "page", in: work.centre.id, work.tx),
                added: try OwnText.addedPages(in: work.centre.id, page: visit.pageNumber, work.tx), actions: actions)
        }
        return visit.page(page.html(visit))
    }

    @Sendable static func add(_ request: Request, _ context: StaffContext) async throws -> Reply {
        let visit = try context.administrator
        let data = try await request.form()
        var (wording, errors) = TextForm.read(data, .page(""), visit.t)
        guard errors.isEmpty else { return show(data, errors, visit) }
        let input = wording
        switch try await context.write({ work in try AddPage.run(input, in: work) }) {
        case .added(let name): return visit.redirect(.text("/centrum/teksten/pagina/\(name)"), saying: .added)
        case .tooMany:
            errors.add(
                "titel",
                visit.t(
                    "There are {count} pages already. Take one off the site first.", ["count": String(AddPage.most)]))
        case .refused(let refusals): TextForm.explain(refusals, .page(""), in: &errors, visit.t)
        case .notFound: throw HTTPError(.notFound)
        }
        return show(data, errors, visit)
    }

    private static func show(_ data: FormData, _ errors: FormErrors, _ visit: Visit) -> Reply {
        visit.page(NewTextPage(form: visit.fields(data, errors)).html(visit), status: .unprocessableContent)
    }

    @Sendable static func edit(_ request: Request, _ context: StaffContext) async throws -> Reply {
        let visit = try context.administrator
        let (place, language) = (try place(context), language(visit.query.first("taal"), visit))
        let old = visit.query.first("versie").flatMap { ID<OwnText>($0) }
        let (newest, version, exists) = try await context.read { work in
            (
                try OwnText.newest(place, language, in: work.centre.id, work.tx),
                try old.flatMap { try OwnText.find($0, of: place, language, in: work.centre.id, work.tx) },
                try OwnText.exists(place, in: work.centre.id, work.tx)
            )
        }
        let standard = try standard(place, language, visit)
        guard place.hasStandard || exists else { throw HTTPError(.notFound) }
        let wording = version?.wording ?? newest?.wording ?? standard ?? .init(title: "", body: "", button: "")
        let page = TextEditorPage(
            place: place, language: language, isOwn: newest?.wording != nil,
            form: visit.fields(TextForm.data(wording, standard, basedOn: newest?.id)), preview: nil,
            old: version, other: nil)
        return visit.page(page.html(visit))
    }

    @Sendable static func save(_ request: Request, _ context: StaffContext) async throws -> Reply {
        let visit = try context.administrator
        let data = try await request.form()
        let (place, language) = (try place(context), language(data.first("taal"), visit))
        let path = "/centrum/teksten/\(place.segment)/\(place.name)?taal=\(language.tag)"
        let resets = data.first("doe") == "standaard"
        var (wording, errors) = TextForm.read(data, place, visit.t)
        if resets { errors = FormErrors() }
        let standard = try standard(place, language, visit)
        // Words that are the standard ones stay the standard's: they follow when that changes.
        if wording.title == standard?.title, case .mail = place { wording.title = "" }
        if wording.button == standard?.button { wording.button = "" }
        var other: OwnText?
        if errors.isEmpty, data.first("doe") != "voorbeeld" {
            let input = ChangeText.Input(
                place: place, language: language, wording: resets ? nil : wording,
                basedOn: data.first("basis").flatMap { ID($0) })
            switch try await context.write({ work in try ChangeText.run(input, in: work) }) {
            case .changed: return visit.redirect(.text(path), saying: resets ? .standard : .saved)
            case .refused(let refusals): TextForm.explain(refusals, place, in: &errors, visit.t)
            case .changedMeanwhile(let newest): other = newest
            case .notFound: throw HTTPError(.notFound)
            }
        } else if errors.isEmpty {
            TextForm.explain(ChangeText.problems(wording, place), place, in: &errors, visit.t)
        }
        let newest = try await context.read { work in try OwnText.newest(place, language, in: work.centre.id, work.tx) }
        let page = TextEditorPage(
            place: place, language: language, isOwn: newest?.wording != nil,
            form: visit.fields(other == nil ? data : data.setting("basis", other?.id.description ?? ""), errors),
            preview: errors.isEmpty && other == nil ? try TextPreview(place, wording, language, visit) : nil, old: nil,
            other: other)
        return visit.page(
            page.html(visit), status: other != nil ? .conflict : errors.isEmpty ? .ok : .unprocessableContent)
    }

    @Sendable static func history(_ request: Request, _ context: StaffContext) async throws -> Reply {
        let visit = try context.administrator
        let (place, language) = (try place(context), language(visit.query.first("taal"), visit))
        let versions = try await context.read { work in
            try OwnText.history(place, language, in: work.centre.id, page: visit.pageNumber, work.tx)
        }
        return visit.page(TextHistoryPage(place: place, language: language, versions: versions).html(visit))
    }

    private static func place(_ context: StaffContext) throws -> OwnText.Place {
        guard
            let place = OwnText.Place(
                segment: context.parameters.get("kind") ?? "", name: context.parameters.get("name") ?? "",
                mails: context.visit.services.capabilities.mails)
        else { throw HTTPError(.notFound) }
        return place
    }

    private static func language(_ tag: String?, _ visit: Visit) -> Language {
        visit.centre.textLanguages.first { $0.tag == tag } ?? visit.centre.language
    }

    private static func standard(
        _ place: OwnText.Place, _ language: Language, _ visit: Visit
    ) throws -> OwnText.Wording? {
        switch place {
        case .mail(let kind): try visit.services.mails.standardWording(kind, language)
        case .page(let name):
            place.hasStandard ? try PageText.standardWording(name, language, visit.services.pages) : nil
        }
    }
}
