import ArgumentParser
import Foundation
import SQL
import Time
import VolunteerCentre

/// `schakel centre neighbourhoods`: the neighbourhoods of a centre by the GeoJSON that its city publishes.
struct NeighbourhoodsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "neighbourhoods", abstract: "Replace the neighbourhoods of a centre by those of a GeoJSON file.")

    @OptionGroup var shared: SharedOptions
    @Option(help: "Slug of the centre.") var centre: String
    @Option(help: "The property of the file that holds the name.") var property = "name"
    @Argument(help: "GeoJSON with polygons or points in degrees (WGS 84).") var file: String

    func run() async throws {
        guard let data = FileManager.default.contents(atPath: file) else { throw Ended("The file cannot be read.") }
        let read: NeighbourhoodFile
        do { read = try NeighbourhoodFile(data, property: property) } catch { throw Ended(Self.words(error)) }
        let installation = try await shared.open()
        _ = try await installation.migrate()
        let slug = centre
        let done: Void? = try await installation.write(at: slug) { work in
            try ReplaceNeighbourhoods.run(read.neighbourhoods, in: work)
        }
        await installation.database.close()
        guard done != nil else { throw Ended("There is no centre with this slug.") }
        print("\(slug) has \(read.neighbourhoods.count) neighbourhoods now; \(read.leftOut) features were left out.")
    }

    private static func words(_ error: NeighbourhoodFile.Unreadable) -> String {
        switch error {
        case .notGeoJSON: "This is no GeoJSON: a FeatureCollection with polygons or points."
        case .noNames(let property):
            "No feature has a property “\(property)”. Say with --property which one holds the name."
        case .notInDegrees: "The coordinates are no degrees. Convert the file to WGS 84 (EPSG:4326) first."
        case .tooMany(let count):
            "\(count) neighbourhoods are too many, or their lines too fine: \(NeighbourhoodFile.most) at most."
        case .empty: "There is no neighbourhood with a name and a shape in it."
        }
    }
}
