package import Search

/// Postcodes and places with their coordinates, from `places-nl-be.csv` (GeoNames, Statbel: both CC BY 4.0, credited in the
/// README).
package struct Places: Sendable {
    package struct Place: Sendable, Equatable {
        package let country: String
        package let postcode: String
        package let name: String
        package let municipality: String
        package let spot: Spot

        /// In degrees.
        package var latitude: Double { spot.latitude }
        package var longitude: Double { spot.longitude }
    }

    package struct Unreadable: Error {}

    private let all: [Place]
    private let byPostcode: [String: [Int]]
    private let byName: [String: [Int]]
    private let byMunicipality: [String: [Int]]

    /// Throws when the file is not the table it should be.
    package init(file: String) throws {
        let lines = try CSVFile.lines(file)
        guard lines.first?.starts(with: ["country", "postcode", "place", "municipality"]) == true else {
            throw Unreadable()
        }
        var all: [Place] = []
        for fields in lines.dropFirst() {
            guard fields.count >= 8, let latitude = Double(fields[6]), let longitude = Double(fields[7]) else {
                throw Unreadable()
            }
            all.append(
                Place(
                    country: fields[0], postcode: fields[1], name: fields[2], municipality: fields[3],
                    spot: Spot(latitude: latitude, longitude: longitude)))
        }
        self.all = all
        byPostcode = Dictionary(grouping: all.indices) { all[$0].postcode }
        byName = Dictionary(grouping: all.indices) { Folding.fold(all[$0].name) }
        byMunicipality = Dictionary(grouping: all.indices) { all[$0].municipality }
    }

    /// In the order of their postcodes; empty for a municipality that the table does not know.
    package func of(_ municipality: String) -> [Place] { (byMunicipality[municipality] ?? []).map { all[$0] } }

    /// The towns and villages of municipalities, each once, in the middle of its codes; at most forty.
    package func towns(of municipalities: [String]) -> [Place] {
        let names = Dictionary(grouping: municipalities.flatMap(of), by: \.name)
        return names.keys.sorted().prefix(40).compactMap { Self.middle(names[$0] ?? []) }
    }

    /// What somebody may mean who types a postcode or the name of a place: in this country, first in these municipalities.
    package func find(_ typed: String, country: String, near municipalities: [String] = []) -> Place? {
        let postcode = Self.postcode(typed)
        let found = postcode.map { byPostcode[$0] ?? [] } ?? byName[Folding.fold(Self.trimmed(typed))]
        let here = (found ?? []).map { all[$0] }.filter { $0.country == country }
        let own = here.filter { municipalities.contains($0.municipality) }
        return Self.middle(own.isEmpty ? Self.largest(here) : own)
            ?? (postcode == nil ? middle(of: typed, country) : nil)
    }

    /// Those of several that are known, as a centre and its neighbourhood mean them.
    func all(_ typed: [String], at centre: Centre) -> [Place] {
        typed.compactMap { find($0, country: centre.country, near: centre.municipalities) }
    }

    /// Where a vacancy is: by its postcode, else by its place, else the middle of its municipality.
    package func spot(postcode: String, place: String, municipality: String, country: String) -> Spot? {
        if !postcode.isEmpty, let found = find(postcode, country: country, near: [municipality]) { return found.spot }
        return (find(place, country: country, near: [municipality]) ?? middle(of: municipality, country))?.spot
    }

    private func middle(of municipality: String, _ country: String) -> Place? {
        Self.middle(of(Self.trimmed(municipality)).filter { $0.country == country })
    }

    /// Several codes of one town: the one nearest to all others.
    private static func middle(_ places: [Place]) -> Place? {
        places.min { sum(from: $0, to: places) < sum(from: $1, to: places) }
    }

    private static func sum(from place: Place, to others: [Place]) -> Double {
        others.reduce(0) { $0 + place.spot.kilometres(to: $1.spot) }
    }

    /// A name that several towns share: the one with the most codes.
    private static func largest(_ places: [Place]) -> [Place] {
        let groups = Dictionary(grouping: places, by: \.municipality)
        return groups.max { ($0.value.count, $1.key) < ($1.value.count, $0.key) }?.value ?? []
    }

    /// The digits of `7621`, `7621 KD` or `3500`.
    private static func postcode(_ typed: String) -> String? {
        let signs = typed.filter { !$0.isWhitespace }
        let (digits, letters) = (signs.prefix(4), signs.dropFirst(4))
        guard digits.count == 4, digits.allSatisfy({ $0.isASCII && $0.isNumber }),
            letters.isEmpty || letters.count == 2 && letters.allSatisfy({ $0.isASCII && $0.isLetter })
        else { return nil }
        return String(digits)
    }

    private static func trimmed(_ text: String) -> String {
        text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}
