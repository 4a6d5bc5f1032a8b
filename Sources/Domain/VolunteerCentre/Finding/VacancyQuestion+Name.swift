package import Localisation

extension VacancyQuestion {
    /// What can be left out of a question.
    package enum Part: Sendable {
        case words, fromHome, mapArea, age, group, isNew, beginsSoon
        case municipality(String)
        case neighbourhood(String)
        case place
        case answer(Taxonomy.List, String)
        case list(Taxonomy.List)
    }

    /// The closed questions, in the order of the page.
    package static let lists: [Taxonomy.List] = [
        .interest, .engagement, .day, .daypart, .activity, .target, .support, .languageLevel, .language,
    ]

    /// Its filters one by one, each with what people call it.
    /// - Parameters:
    ///   - found: what the typed place means, see `found(in:at:)`.
    ///   - age: as it stands in its field.
    ///   - size: the same of how many come together.
    package func parts(
        _ t: Localiser, _ taxonomy: Taxonomy, around found: Places.Place?, age: String?, size: String?
    ) -> [(part: Part, name: String)] {
        var parts: [(Part, String)] = []
        for list in Self.lists {
            for slug in chosen[list] ?? [] {
                parts.append((.answer(list, slug), taxonomy.label(list, slug, t.language)))
            }
        }
        parts += municipalities.map { (.municipality($0), $0) }
        parts += neighbourhoods.map { (.neighbourhood($0), $0) }
        if !place.isEmpty { parts.append((.place, circleName(t, around: found))) }
        if mapArea != nil { parts.append((.mapArea, t("In this area"))) }
        if addsFromHome { parts.append((.fromHome, t("Also from home"))) }
        if let age { parts.append((.age, t("{age} years old", ["age": age]))) }
        if let size { parts.append((.group, t("Together with {count}", ["count": size]))) }
        if isNew { parts.append((.isNew, t("Placed this week"))) }
        if beginsSoon { parts.append((.beginsSoon, t("Begins soon"))) }
        return parts
    }

    package func circleName(_ t: Localiser, around found: Places.Place?) -> String {
        found.map { t("{distance} km around {place}", ["distance": String(distance), "place": $0.name]) } ?? place
    }

    /// What people call the whole question.
    package func name(_ t: Localiser, _ taxonomy: Taxonomy, around found: Places.Place?) -> String {
        let quoted = words.isEmpty ? [] : [t("“{words}”", ["words": words])]
        let parts = parts(
            t, taxonomy, around: found, age: age.map { String($0) }, size: groupSize.map { String($0) })
        let all = quoted + parts.map(\.name)
        return all.isEmpty ? t("All vacancies") : all.joined(separator: ", ")
    }
}
