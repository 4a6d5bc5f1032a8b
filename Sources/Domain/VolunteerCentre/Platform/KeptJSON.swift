import Foundation

/// What was kept as JSON by this version or an older one.
package enum KeptJSON {
    /// - Parameter empty: says what an older version did not know.
    package static func decode<T: Codable>(_ json: String, over empty: T) throws -> T {
        // Most is of this version: only where something is missing is it worth the detour.
        do { return try JSONDecoder().decode(T.self, from: Data(json.utf8)) } catch DecodingError.keyNotFound {}
        func fields(_ data: Data) throws -> [String: Any] {
            try JSONSerialization.jsonObject(with: data) as? [String: Any] ?? [:]
        }
        let known = try fields(Data(json.utf8))
        let all = try fields(JSONEncoder().encode(empty)).merging(known) { _, kept in kept }
        return try JSONDecoder().decode(T.self, from: JSONSerialization.data(withJSONObject: all))
    }
}
