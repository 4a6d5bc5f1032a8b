import Foundation
import VolunteerCentre

/// The demo's texts as they stand in `Resources/Demo`.
struct DemoFiles: Sendable {
    struct CentreFile: Decodable, Sendable {
        struct Colours: Decodable, Sendable {
            let brand: String
            let accent: String
        }
        struct Address: Decodable, Sendable {
            let street: String
            let house_number: String
            let postcode: String
            let place: String
        }
        struct Person: Decodable, Sendable {
            let name: String
            let email: String
            let role: String
        }
        let slug: String
        let name: String
        let language: String
        let country: String
        let time_zone: String
        let municipalities: [String]
        let colours: Colours
        let email: String
        let phone: String
        let address: Address
        let opening_hours: String
        let intro: String
        let criteria: [String]
        let staff: [Person]
    }

    struct OrganisationFile: Decodable, Sendable {
        struct Contact: Decodable, Sendable {
            let name: String
            let role: String
            let email: String
            let phone: String
        }
        let key: String
        let centre: String
        let name: String
        let legal_form: String
        let state: String
        let short_description: String
        let street: String
        let house_number: String
        let postcode: String
        let place: String
        let municipality: String
        let email: String
        let website: String
        let phone: String
        let logo: String
        let contact: Contact
    }

    struct VacancyFile: Decodable, Sendable {
        let key: String
        let organisation: String
        let title: String
        let description: String
        let offer: String
        let interests: [String]
        let activities: [String]
        let engagement: String
        let dayparts: [String]
        let hours: String
        let place: String
        let postcode: String
        let from_home: Bool
        let targets: [String]
        let support: [String]
        let language_level: String
        let minimum_age: Int?
        let days: [String]?
        let other_places: [String]?
        let languages: [String]?
        let group_size: Int?
        /// The vacancy begins so many days from now.
        let begins_in_days: Int?
        let positions: Int?
        let state: String
        /// In the spotlight.
        let featured: Bool?
        let published_days_ago: Int?
        let publish_until_in_days: Int?
    }

    struct ApplicationFile: Decodable, Sendable {
        let vacancy: String
        let name: String
        let email: String?
        let phone: String?
        let message: String
        let days_ago: Int
    }

    struct VolunteerFile: Decodable, Sendable {
        struct Response: Decodable, Sendable {
            let vacancy: String
            let days_ago: Int
            let message: String
            let answer: String?
            let reply: String?
            let match_days_ago: Int?
            /// Why it got a no, the day after.
            let declined: String?
            let declined_words: String?
        }
        let centre: String
        let name: String
        let email: String
        let phone: String
        let place: String
        let about: String
        let responses: [Response]
        /// What she answered in the questionnaire.
        let answers: [String: [String]]?
        /// Keys of vacancies that she keeps.
        let favourites: [String]?
        /// Words of a search that she keeps.
        let search: String?
        let pool: Pool?

        struct Pool: Decodable, Sendable {
            let alias: String
            let introduction: String
            /// The key of a vacancy for which she is asked, and the words.
            let invited_for: String?
            let invitation: String?
        }
    }

    let centres: [CentreFile]
    let organisations: [OrganisationFile]
    let vacancies: [VacancyFile]
    let applications: [ApplicationFile]
    let volunteers: [VolunteerFile]

    init(folder: String) throws {
        func read<T: Decodable>(_ name: String) throws -> [T] {
            try JSONDecoder().decode(
                [T].self, from: Data(contentsOf: URL(fileURLWithPath: folder + "/" + name + ".json")))
        }
        centres = try read("centres")
        organisations = try read("organisations")
        vacancies = try read("vacancies")
        applications = try read("applications")
        volunteers = try read("volunteers")
    }
}
