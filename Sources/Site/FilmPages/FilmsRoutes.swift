import Films
import HTML
import HTTPTypes
import Hummingbird
import Localisation
import SQL
import SiteKit
import VolunteerCentre
import Web

/// *Films*: what the site shows, a form for another one. Administrators only.
enum FilmsRoutes {
    static func add(to area: RouterGroup<StaffContext>) {
        area.get("/films") { _, context in try await show(context, FormData(), FormErrors()) }
        area.post("/films", use: add)
        area.post("/films/{film}/weg", use: remove)
    }

    private static func show(_ context: StaffContext, _ data: FormData, _ errors: FormErrors) async throws -> Reply {
        let visit = try context.administrator
        let films = try await context.read { work in try Film.all(in: work.centre.id, work.tx) }
        return visit.form(FilmsPage(films: films, data: data, errors: errors).html(visit), errors)
    }

    @Sendable static func add(_ request: Request, _ context: StaffContext) async throws -> Reply {
        let visit = try context.administrator
        let t = visit.t
        // A film over a home connection takes its time.
        let data = try await request.form(
            files: ChangeFilms.longest + 512 * 1024, longest: 2 * ChangeFilms.longest, patience: .seconds(300))
        var reader = FormReader(data, t)
        let title = reader.line("titel", max: 120, missing: t("Write a title."))
        let place = Film.Place(
            rawValue: reader.choice(
                "plek", among: Film.Place.allCases.map(\.rawValue), missing: t("Choose where the film stands.")))
        let address = reader.website("adres")
        let captions = data.files["ondertitels"].flatMap { String(validating: $0.bytes, as: UTF8.self) } ?? ""
        let content: ChangeFilms.Content?
        if data.files["film"]?.isCut == true {
            content = nil
            reader.errors.add("film", t("This film is too large. Choose one of 30 MB at most."))
        } else if let file = data.files["film"], !file.bytes.isEmpty {
            content = .file(file.bytes, captions: captions)
        } else if let link = WebAddress(website: address), !address.isEmpty {
            content = .elsewhere(link.text)
        } else {
            content = nil
            reader.errors.add("film", t("Choose a file, or fill in the address of a film elsewhere."))
        }
        guard reader.errors.isEmpty, let place, let content else { return try await show(context, data, reader.errors) }
        let outcome = try await context.write { work in try ChangeFilms.add(title, content, at: place, in: work) }
        switch outcome {
        case .done: return visit.redirect(.films, saying: .saved)
        case .notAFilm:
            reader.errors.add("film", t("This is not a film that every browser plays. Choose an MP4 or WebM."))
        case .tooLarge: reader.errors.add("film", t("This film is too large. Choose one of 30 MB at most."))
        case .noCaptions:
            reader.errors.add(
                "ondertitels", t("Choose a file with captions too (WebVTT), for people who cannot hear the film."))
        case .full: reader.errors.add("titel", t("There are enough films. Remove one first."))
        case .notFound: throw HTTPError(.notFound)
        }
        return try await show(context, data, reader.errors)
    }

    @Sendable static func remove(_ request: Request, _ context: StaffContext) async throws -> Reply {
        let visit = try context.administrator
        let id: ID<Film> = try context.id("film")
        let outcome = try await context.write { work in try ChangeFilms.remove(id, in: work) }
        guard outcome == .done else { throw HTTPError(.notFound) }
        return visit.redirect(.films, saying: .saved)
    }
}
