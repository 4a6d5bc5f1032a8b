import GivenCentre
import Search
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

    @Test func understandsWhatPeopleType() throws {
        let places = try Places(file: Resources.folder + "/Data/places-nl-be.csv")
        #expect(places.find("7621 KD", country: "NL")?.municipality == "Borne")
        #expect(places.find("7621", country: "BE")?.country == "BE")
        #expect(places.find(" hengelo ", country: "NL", near: ["Hengelo"])?.municipality == "Hengelo")
        #expect(places.find("Sint-Lambrechts-Herk", country: "BE")?.municipality == "Hasselt")
        for nonsense in [
            "", "   ", "Nergenshuizen", "0000", "99999999", "'; drop table", String(repeating: "x", count: 10_000),
        ] {
            #expect(places.find(nonsense, country: "NL") == nil)
        }
        let (borne, hengelo) = (
            places.spot(postcode: "7621 KD", place: "", municipality: "", country: "NL"),
            places.spot(postcode: "", place: "", municipality: "Hengelo", country: "NL")
        )
        #expect(borne.flatMap { borne in hengelo.map { (4...9).contains(borne.kilometres(to: $0)) } } == true)
    }
}
