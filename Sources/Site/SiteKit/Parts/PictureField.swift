package import HTML
import HTTPTypes
package import Hummingbird
import Localisation
import Logging
package import Media
import SQL
package import VolunteerCentre
package import Web

/// A field for a picture. What was sent is kept at once, so that an error elsewhere in the form does not lose it: browsers
/// do not fill in files again.
package struct PictureField {
    package let name: String
    package let shape: ImageReencoder.Shape

    package static let photograph = PictureField(name: "foto", shape: .picture)
    package static let logo = PictureField(name: "logo", shape: .logo)

    /// A form with one file, in bytes.
    private static let largestForm = 20 * 1024 * 1024
    /// All that the documented proxies let through (docs/operations.md), so that a picture which is too large leaves what was typed
    /// beside it: more than the photograph of any telephone.
    private static let longestForm = 64 * 1024 * 1024

    package struct Taken {
        /// The form, with the number of the picture in it.
        package let data: FormData
        package let picture: Upload?
        package let error: String?

        package init(data: FormData, picture: Upload? = nil, error: String? = nil) {
            (self.data, self.picture, self.error) = (data, picture, error)
        }
    }

    /// Reads the form of a request, and keeps its picture for the member's organisation.
    package func take(_ request: Request, _ context: MemberContext) async throws -> Taken {
        let data = try await request.form(
            files: Self.largestForm, longest: Self.longestForm, patience: .seconds(120))
        let (visit, organisation) = (context.visit, context.membership.organisation)
        let kept = data.first(name + "-id").flatMap { ID<Upload>($0) }
        var picture: Upload?
        if let kept, data.first(name + "-weg") != "1" {
            picture = try await context.read { work in
                try Upload.find(kept, of: organisation, in: work.centre.id, work.tx)
            }
        }
        guard let file = data.files[name] else {
            return Taken(data: data.setting(name + "-id", picture?.id.description ?? ""), picture: picture, error: nil)
        }
        do {
            guard !file.isCut else { throw ImageReencoder.Refusal.tooLarge }
            let made = try await visit.services.images(file.bytes, as: shape)
            let stored = try await context.write { work in
                try Upload.store(card: made.card, page: made.page, in: work)
            }
            return Taken(data: data.setting(name + "-id", stored?.id.description ?? ""), picture: stored, error: nil)
        } catch let refusal as ImageReencoder.Refusal {
            try await context.write { work in try NoteRefusedPicture.run(refusal.rawValue, in: work) }
            return Taken(data: data, picture: picture, error: Self.words(refusal, visit))
        } catch is ImageReencoder.Unavailable {
            visit.services.logger.error("pictures cannot be read: see schakel doctor")
            return Taken(
                data: data, picture: picture,
                error: visit.t(
                    "Pictures cannot be handled at the moment. Send the form without it and try again later."))
        }
    }

    package static func words(_ refusal: ImageReencoder.Refusal, _ visit: Visit) -> String {
        switch refusal {
        case .notAPicture: visit.t("This is not a picture that we can read. Choose a JPG, PNG or WebP.")
        case .telephoneFormat:
            visit.t(
                "This is a HEIC or AVIF photograph, which not every browser shows. Open it on your telephone, choose Share or Export, and save it as JPG."
            )
        case .tooLarge, .tooManyPixels: visit.t("This picture is too large. Choose one of 15 MB at most.")
        case .tooSmall: visit.t("This picture is too small to look good. Choose a larger one.")
        case .damaged:
            visit.t(
                "This picture is damaged or too complicated. Open it on your computer, save it again and choose that one."
            )
        }
    }

    package func html(_ form: FormFields, _ label: String, help: String, current: Upload?) -> HTML {
        let visit = form.visit
        let t = visit.t
        let wide = shape == .picture
        return """
            <div class="field"><label for="\(name)">\(label)</label><p class="help" id="\(name)-help">\(help)</p>\(form.error(name))
            <div class="upload">\(optional: current, { "<img src='\(visit.media($0, .card))' alt='\(t("Current picture"))' width='\(wide ? "320" : "96")' height='\(wide ? "180" : "96")'>" })\
            <input type="hidden" name="\(name)-id" value="\(current?.id.description ?? "")">
            <input id="\(name)" name="\(name)" type="file" accept="image/png,image/jpeg,image/webp" data-preview data-largest="\(ImageReencoder.longest)" data-too-large="\(Self.words(.tooLarge, visit))" aria-describedby="\(name)-help"\
            \(attribute: "aria-invalid", form.errors[name] == nil ? nil : "true")></div>
            \(if: current != nil, "<label class='option'><input type='checkbox' name='\(name)-weg' value='1'><span>\(t("Remove this picture"))</span></label>")</div>
            """
    }
}

extension Visit {
    package func media(_ upload: Upload, _ size: Upload.Size) -> String {
        "/media/\(upload.id)/\(upload.hash)-\(size.rawValue).webp"
    }
}
