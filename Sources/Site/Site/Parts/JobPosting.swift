import Foundation
import HTML
import SiteKit
import Time
import VolunteerCentre

/// A vacancy as search engines read it (schema.org/JobPosting, employment type VOLUNTEER).
struct JobPosting: Encodable {
    private let context = "https://schema.org"
    private let type = "JobPosting"
    private let title: String
    private let description: String
    private let datePosted: String
    private let validThrough: String?
    private let employmentType = "VOLUNTEER"
    private let hiringOrganization: Named
    private let jobLocation: Location?
    private let jobLocationType: String?

    private struct Named: Encodable {
        let type = "Organization"
        let name: String

        enum CodingKeys: String, CodingKey { case type = "@type", name }
    }

    private struct Location: Encodable {
        struct Address: Encodable {
            let type = "PostalAddress"
            let addressLocality: String
            let postalCode: String?
            let addressCountry: String

            enum CodingKeys: String, CodingKey { case type = "@type", addressLocality, postalCode, addressCountry }
        }
        let type = "Place"
        let address: Address

        enum CodingKeys: String, CodingKey { case type = "@type", address }
    }

    private enum CodingKeys: String, CodingKey {
        case context = "@context", type = "@type", title, description, datePosted, validThrough, employmentType,
            hiringOrganization, jobLocation, jobLocationType
    }

    init(_ vacancy: Vacancy, _ organisation: Organisation, centre: Centre) {
        let content = vacancy.content
        title = content.title
        description = [content.description, content.offer].filter { !$0.isEmpty }.joined(separator: "\n\n")
        datePosted = vacancy.publishedAt.map { CalendarDate($0, in: centre.zone).iso } ?? ""
        validThrough = vacancy.lastDay(in: centre.zone)?.iso
        hiringOrganization = Named(name: organisation.name)
        jobLocationType = content.fromHome ? "TELECOMMUTE" : nil
        jobLocation =
            content.place.isEmpty
            ? nil
            : Location(
                address: .init(
                    addressLocality: content.place, postalCode: content.postcode.isEmpty ? nil : content.postcode,
                    addressCountry: centre.country))
    }

    var html: HTML {
        guard let data = try? ScriptData(self) else { return .empty }
        return "<script type=\"application/ld+json\">\(data)</script>"
    }
}
