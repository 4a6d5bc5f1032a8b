import Localisation
package import VolunteerCentre

extension Capability {
    /// Films of a centre: beside the registration of organisations and among the questions.
    package static let films: Capability = {
        var films = Capability("films")
        films.migrations = [.films]
        films.tables = [
            DataTable("film", term: .open), DataTable("film_part", .to("film", "film_id"), term: .withOwner),
        ]
        films.acts = [
            "film.added": l10n("Added a film"),
            "film.removed": l10n("Removed a film"),
        ]
        return films
    }()
}
