import GivenCentre
import Testing
import VolunteerCentre

@Suite struct PlacesTests {
    @Test func knowsThePlacesOfAMunicipality() throws {
        let places = try Places(file: Resources.folder + "/Data/places-nl-be.csv")
        #expect(places.of("Haaksbergen").map(\.postcode) == ["7481", "7482", "7483"])
        #expect(Set(places.of("Hasselt").map(\.name)).contains("Stokrooie"))
        #expect(places.of("Nuenen, Gerwen en Nederwetten").contains { $0.name == "Nuenen" })
        #expect(places.of("Nergens").isEmpty)
    }
}
