import Foundation
package import Search

/// Postcodes and places with their coordinates, from `places-nl-be.csv` (GeoNames, Statbel: both CC BY 4.0, credited in the
/// README).
package struct Places: Sendable {
    package struct Place: Sendable, Equatable {
        package let country: String
        package let postcode: String
        package let name: String
        package let municipality: String
        package let province: String
        package let spot: Spot

        /// In degrees.
        package var latitude: Double { spot.latitude }
        package var longitude: Double { spot.longitude }

        /// One of several villages, called by what they have together.
        fileprivate func named(_ name: String) -> Place {
            Place(
                country: country, postcode: postcode, name: name, municipality: municipality, province: province,
                spot: spot)
        }
    }

    package struct Unreadable: Error {}

    private let all: [Place]
    private let byPostcode: [String: [Int]]
    private let byName: [String: [Int]]
    private let byMunicipality: [String: [Int]]
    private let municipalities: [String: String]

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
                    province: fields[5],
                    spot: Spot(latitude: latitude, longitude: longitude)))
        }
        self.all = all
        byPostcode = Dictionary(grouping: all.indices) { all[$0].postcode }
        byName = Dictionary(grouping: all.indices) { Self.key(all[$0].name) }
        byMunicipality = Dictionary(grouping: all.indices) { all[$0].municipality }
        municipalities = Dictionary(byMunicipality.keys.map { (TypedPlace.key($0), $0) }) { first, _ in first }
    }

    /// In the order of their postcodes; empty for a municipality that the table does not know.
    package func of(_ municipality: String) -> [Place] { (byMunicipality[municipality] ?? []).map { all[$0] } }

    /// As it is written officially: vacancies and staff are told apart by it.
    package func isMunicipality(_ name: String, in country: String) -> Bool {
        of(name).contains { $0.country == country }
    }

    /// The municipality that somebody may mean: written otherwise or almost the same, or the one in which a town of that name lies.
    package func municipality(like name: String, in country: String) -> String? {
        municipalities[TypedPlace.key(name)]
            ?? (find(name, country: country) ?? guess(name, country: country).flatMap { find($0, country: country) })?
            .municipality
    }

    /// The towns and villages of municipalities, each once, in the middle of its codes; at most forty.
    package func towns(of municipalities: [String]) -> [Place] {
        let names = Dictionary(grouping: municipalities.flatMap(of), by: \.name)
        return names.keys.sorted().prefix(40).compactMap { Self.middle(names[$0] ?? []) }
    }

    /// Towns around municipalities, the largest by their postcodes first.
    package func towns(around municipalities: [String], kilometres: Double, count: Int) -> [Place] {
        let middle = Spot.middle(municipalities.flatMap(of).map(\.spot))
        let near = Dictionary(grouping: all.filter { $0.spot.kilometres(to: middle) <= kilometres }) {
            "\($0.country) \($0.municipality) \($0.name)"
        }
        return near.sorted { ($1.value.count, $0.key) < ($0.value.count, $1.key) }.prefix(count)
            .compactMap { Self.middle($0.value) }
    }

    /// What somebody may mean who types a postcode, the name of a place, or both: first in these municipalities, then near them, then
    /// in this country, then in the other one.
    package func find(_ typed: String, country: String, near municipalities: [String] = []) -> Place? {
        let typed = TypedPlace(typed)
        let meant = candidates(typed, country: country, near: municipalities).first ?? []
        guard let found = Self.middle(meant) else {
            guard typed.postcode == nil else { return nil }
            return middle(of: typed.name, typed.country ?? country)
                ?? (typed.country == nil ? middle(of: typed.name, nil) : nil)
        }
        // A Belgian postcode is one of many villages: none of them was typed.
        let isTyped = Self.key(found.name) == typed.name || Set(meant.map(\.name)).count == 1
        return isTyped ? found : found.named(found.municipality)
    }

    /// Other towns of the name that was typed, when it does not say which: none where one of them lies in these municipalities, or is
    /// near them and the others are small. As somebody would type them, at most four.
    package func namesakes(_ typed: String, country: String, near municipalities: [String] = []) -> [String] {
        let typed = TypedPlace(typed)
        let groups = candidates(typed, country: country, near: municipalities)
        guard let meant = Self.middle(groups.first ?? []), !municipalities.contains(meant.municipality) else {
            return []
        }
        let middle = Spot.middle(municipalities.flatMap(of).map(\.spot))
        func isNear(_ place: Place) -> Bool { place.spot.kilometres(to: middle) <= Self.nearby }
        let others = groups.dropFirst().compactMap(Self.middle).filter { other in
            other.country == meant.country && meant.spot.kilometres(to: other.spot) > Self.sameTown
                && (municipalities.isEmpty || isNear(other) || !isNear(meant)
                    || Self.key(other.municipality) == typed.name)
        }
        return others.prefix(4).map { other in
            let name = String(other.name.prefix { $0 != "(" }).trimmingCharacters(in: .whitespaces)
            // The municipality tells them apart, unless it is called the same.
            let isCalledSame = Self.key(other.municipality) == typed.name
            return "\(name) (\(isCalledSame ? other.province : other.municipality))"
        }
    }

    /// Who types a name that several towns have means the one that is not far.
    private static let nearby = 40.0
    /// The codes of one town may lie in two municipalities.
    private static let sameTown = 8.0

    /// The codes of each town that may be meant, the likeliest town first.
    private func candidates(_ typed: TypedPlace, country: String, near municipalities: [String]) -> [[Place]] {
        let codes = (typed.postcode.flatMap { byPostcode[$0] } ?? []).map { all[$0] }
        let named = (byName[typed.name] ?? []).map { all[$0] }
        let both = codes.filter { place in named.contains { $0.name == place.name } }
        var found = !both.isEmpty ? both : codes.isEmpty ? named : codes
        found = found.filter { typed.country == nil || $0.country == typed.country }
        if !typed.region.isEmpty { found = found.filter { Self.lies($0, in: typed.region) } }
        let own = found.filter { municipalities.contains($0.municipality) }
        if !own.isEmpty { return [own] }
        let here = found.filter { $0.country == typed.country ?? country }
        let middle = municipalities.isEmpty ? nil : Spot.middle(municipalities.flatMap(of).map(\.spot))
        func isNear(_ town: [Place]) -> Bool {
            middle.map { middle in town.contains { $0.spot.kilometres(to: middle) <= Self.nearby } } ?? false
        }
        let towns = Self.largestFirst(here.isEmpty ? found : here)
        return towns.filter(isNear) + towns.filter { !isNear($0) }
    }

    /// A place that is written almost like this one, for who mistyped: one letter more, less, other or swapped; two in a long name.
    package func guess(_ typed: String, country: String) -> String? {
        let key = TypedPlace(typed).name
        guard (4...40).contains(key.count) else { return nil }
        let most = key.count > 6 ? 2 : 1
        let close = byName.compactMap { name, indices -> (String, Int, Bool, Int)? in
            guard abs(name.count - key.count) <= most, let steps = Spelling.steps(key, name, most: most) else {
                return nil
            }
            let own = indices.map { all[$0] }.filter { $0.country == country }
            let meant = Self.largestFirst(own.isEmpty ? indices.map { all[$0] } : own).first ?? []
            return meant.first.map { ($0.name, steps, !own.isEmpty, meant.count) }
        }
        return close.min { ($0.1, $0.2 ? 0 : 1, -$0.3, $0.0) < ($1.1, $1.2 ? 0 : 1, -$1.3, $1.0) }?.0
    }

    /// `O`, `Gld`, `NB`, `Overijssel`, or the name of the municipality.
    private static func lies(_ place: Place, in region: String) -> Bool {
        let province = TypedPlace.key(place.province)
        let short = Folding.fold(String(place.province.split { !$0.isLetter }.compactMap(\.first)))
        return province.hasPrefix(region) || short == region || region == "gld" && province == "gelderland"
            || TypedPlace.key(place.municipality) == region
    }

    /// The table tells two towns of one name apart in brackets.
    private static func key(_ name: String) -> String {
        TypedPlace.key(String(name.prefix { $0 != "(" }))
    }

    /// As a centre and its neighbourhood mean it.
    func find(_ typed: String, at centre: Centre) -> Place? {
        find(typed, country: centre.country, near: centre.municipalities)
    }

    /// Those of several that are known.
    func all(_ typed: [String], at centre: Centre) -> [Place] { typed.compactMap { find($0, at: centre) } }

    /// Where a vacancy is: by its postcode, else by its place, else the middle of its municipality.
    package func spot(postcode: String, place: String, municipality: String, country: String) -> Spot? {
        if !postcode.isEmpty, let found = find(postcode, country: country, near: [municipality]) { return found.spot }
        return (find(place, country: country, near: [municipality]) ?? middle(of: municipality, country))?.spot
    }

    private func middle(of municipality: String, _ country: String?) -> Place? {
        municipalities[TypedPlace.key(municipality)].flatMap { name in
            Self.middle(of(name).filter { $0.country == country ?? $0.country })?.named(name)
        }
    }

    /// Several codes of one town: the one nearest to their middle. A city has hundreds of them.
    private static func middle(_ places: [Place]) -> Place? {
        guard places.count > 2 else { return places.first }
        let middle = Spot.middle(places.map(\.spot))
        return places.min { $0.spot.kilometres(to: middle) < $1.spot.kilometres(to: middle) }
    }

    /// A name that several towns share: the one with the most codes comes first.
    private static func largestFirst(_ places: [Place]) -> [[Place]] {
        let groups = Dictionary(grouping: places, by: \.municipality)
        return groups.sorted { ($1.value.count, $0.key) < ($0.value.count, $1.key) }.map(\.value)
    }
}
