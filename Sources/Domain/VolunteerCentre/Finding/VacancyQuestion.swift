/// What somebody asks of the vacancies in her own words and choices: it fits in an address, and it can be kept.
package struct VacancyQuestion: Sendable, Equatable, Codable {
    package static let standardDistance = 10

    package var words = ""
    /// Chosen slugs per list of the taxonomy.
    package var chosen: [Taxonomy.List: [String]] = [:]
    package var municipalities: [String] = []
    package var neighbourhoods: [String] = []
    /// As typed: a postcode or the name of a place.
    package var place = ""
    package var distance = standardDistance
    package var addsFromHome = false
    /// What a map showed: south, west, north and east in degrees.
    package var mapArea: [Double]?
    package var age: Int?
    package var groupSize: Int?
    /// Only what is new this week, and what begins within a month or at any time.
    package var isNew = false
    package var beginsSoon = false

    package init() {}

    package var isEmpty: Bool { self == VacancyQuestion() }

    /// Where the typed place is; nil when nothing was typed or nobody knows it.
    package func found(in places: Places, at centre: Centre) -> Places.Place? {
        place.isEmpty ? nil : places.find(place, at: centre)
    }

    /// - Parameter found: what the typed place means, see `found(in:at:)`.
    /// Question marks, dashes or a picture only: no word that can be looked for, and not everything either.
    package var saysNothing: Bool { !words.isEmpty && !words.contains { $0.isLetter || $0.isNumber } }

    package func search(around found: Places.Place?) -> VacancySearch {
        var search = VacancySearch()
        search.words = words
        search.chosen = chosen
        search.municipalities = municipalities
        search.neighbourhoods = neighbourhoods
        search.circle = found.map { .init(place: $0, kilometres: distance) }
        search.isUnreadable = found == nil && !place.isEmpty || saysNothing
        search.mapArea = mapArea
        search.addsFromHome = addsFromHome
        search.age = age
        search.groupSize = groupSize
        search.withinDays = isNew ? 7 : nil
        search.beginsWithin = beginsSoon ? 31 : nil
        return search
    }
}
