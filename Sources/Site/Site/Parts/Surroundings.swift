import Tiles
import VolunteerCentre

/// Where the vacancies of a centre may lie: its municipalities with what is around them.
struct Surroundings {
    /// About forty kilometres from north to south, less from west to east.
    private static let around = 0.4

    let bounds: TileService.Bounds?

    init(_ centre: Centre, _ places: Places) {
        let all = centre.municipalities.flatMap { places.of($0) }
        guard let south = all.map(\.latitude).min(), let north = all.map(\.latitude).max(),
            let west = all.map(\.longitude).min(), let east = all.map(\.longitude).max()
        else {
            bounds = nil
            return
        }
        bounds = TileService.Bounds(south: south, west: west, north: north, east: east).widened(by: Self.around)
    }
}
