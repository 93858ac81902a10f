//! Addresses of more: the next page of a list, the JSON of an item.

/// The address without its fragment, with `name=value` in its query in place of what had that name.
pub(in crate::ingest) fn with_query(address: &str, name: &str, value: &str) -> String {
    let (path, query) = parts(address);
    let same = |pair: &&str| pair.split('=').next() != Some(name);
    let pairs = query.split('&').filter(|pair| !pair.is_empty()).filter(same);
    let pair = [name, "=", value].concat();
    [path, "?", &pairs.chain([pair.as_str()]).collect::<Vec<_>>().join("&")].concat()
}

/// The value of a name in an address's query, as it is written there.
pub(in crate::ingest) fn query<'a>(address: &'a str, name: &str) -> Option<&'a str> {
    parts(address).1.split('&').find_map(|pair| pair.strip_prefix(name)?.strip_prefix('='))
}

/// What is before the query, and the query.
pub(in crate::ingest) fn parts(address: &str) -> (&str, &str) {
    let address = address.split('#').next().unwrap_or_default();
    address.split_once('?').unwrap_or((address, ""))
}

/// The address with the number of the page after its own (`page` in its query, else it is the first), when there are
/// more of `pages`.
pub(in crate::ingest) fn next_page(address: &str, pages: u32) -> Option<String> {
    let page: u32 = query(address, "page").and_then(|page| page.parse().ok()).unwrap_or(1);
    (page < pages).then(|| with_query(address, "page", &(page + 1).to_string()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_next_page_has_the_same_query_with_another_number() {
        let list = "https://cms.example/wp-json/wp/v2/posts?per_page=5&page=2&_embed#top";
        assert_eq!(
            next_page(list, 3).as_deref(),
            Some("https://cms.example/wp-json/wp/v2/posts?per_page=5&_embed&page=3")
        );
        assert_eq!(next_page(list, 2), None);
        assert_eq!(next_page("https://cms.example/posts", 2).as_deref(), Some("https://cms.example/posts?page=2"));
        assert_eq!(
            next_page("https://cms.example/posts?page=x", 2).as_deref(),
            Some("https://cms.example/posts?page=2")
        );
        assert_eq!(next_page("https://cms.example/posts?per_page=9", 0), None, "how many there are is not known");
        assert_eq!(next_page("https://cms.example/posts?page=4294967295", u32::MAX), None);
    }
}
