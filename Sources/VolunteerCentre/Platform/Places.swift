/// Postcodes and places by municipality, from `places-nl-be.csv` (GeoNames, Statbel: both CC BY 4.0, credited in the README).
package struct Places: Sendable {
    package struct Place: Sendable, Equatable {
        package let postcode: String
        package let name: String
    }

    package struct Unreadable: Error {}

    private let byMunicipality: [String: [Place]]

    /// Throws when the file is not the table it should be.
    package init(file: String) throws {
        let lines = try CSVFile.lines(file)
        guard lines.first?.starts(with: ["country", "postcode", "place", "municipality"]) == true else {
            throw Unreadable()
        }
        var byMunicipality: [String: [Place]] = [:]
        for fields in lines.dropFirst() {
            guard fields.count >= 4 else { throw Unreadable() }
            byMunicipality[fields[3], default: []].append(Place(postcode: fields[1], name: fields[2]))
        }
        self.byMunicipality = byMunicipality
    }

    /// In the order of their postcodes; empty for a municipality that the table does not know.
    package func of(_ municipality: String) -> [Place] { byMunicipality[municipality] ?? [] }
}
