//! Sites whose player may be shown inside an article, in a sandboxed frame, after the reader asked for it.

use super::SafeUrl;

/// One site: the hosts of its pages, where the video's id stands in their addresses, and its player.
struct Site {
    name: &'static str,
    hosts: &'static [&'static str],
    /// What comes before the id, in the path or the query.
    before: &'static [&'static str],
    player: &'static str,
    options: &'static str,
}

/// Hosts, where ids stand and the players' addresses, as the sites document them for embedding. Each is asked not to
/// follow the reader.
const SITES: [Site; 3] = [
    Site {
        name: "YouTube",
        hosts: &["youtube.com", "m.youtube.com", "youtu.be", "youtube-nocookie.com"],
        before: &["/watch?v=", "&v=", "/embed/", "/shorts/", "/live/", "youtu.be/"],
        player: "https://www.youtube-nocookie.com/embed/",
        options: "?autoplay=1",
    },
    Site {
        name: "Vimeo",
        hosts: &["vimeo.com", "player.vimeo.com"],
        before: &["/video/", "vimeo.com/"],
        player: "https://player.vimeo.com/video/",
        options: "?dnt=1&autoplay=1",
    },
    Site {
        name: "Dailymotion",
        hosts: &["dailymotion.com", "dai.ly"],
        before: &["/video/", "dai.ly/"],
        player: "https://geo.dailymotion.com/player.html?video=",
        options: "",
    },
];

/// The name of the site and the address of its player, when the address is a video of a site in the table.
pub fn player(url: &SafeUrl) -> Option<(&'static str, String)> {
    let host = url.host()?;
    let site = SITES.iter().find(|site| site.hosts.contains(&host))?;
    let href = url.as_str();
    let rest = site.before.iter().find_map(|before| href.split_once(before)).map(|(_, rest)| rest)?;
    let end = rest.find(|c: char| !(c.is_ascii_alphanumeric() || matches!(c, '-' | '_'))).unwrap_or(rest.len());
    let id = &rest[..end];
    // An id that is cut short or empty would open the site's own error page.
    (4..=24).contains(&id.len()).then(|| (site.name, [site.player, id, site.options].concat()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::url::{Base, Use};

    fn of(address: &str) -> Option<String> {
        let base = Base::at("https://example.org/");
        player(&SafeUrl::parse(address, &base, Use::Resource).unwrap()).map(|(_, address)| address)
    }

    #[test]
    fn a_video_page_leads_to_its_player() {
        let youtube = Some("https://www.youtube-nocookie.com/embed/abcDEF_123-?autoplay=1".to_owned());
        assert_eq!(of("https://www.youtube.com/watch?v=abcDEF_123-&t=5"), youtube);
        assert_eq!(of("https://www.youtube.com/watch?app=desktop&v=abcDEF_123-"), youtube);
        assert_eq!(of("https://youtu.be/abcDEF_123-?t=5"), youtube);
        assert_eq!(
            of("https://vimeo.com/123456789").as_deref(),
            Some("https://player.vimeo.com/video/123456789?dnt=1&autoplay=1")
        );
    }

    #[test]
    fn other_sites_have_none() {
        assert_eq!(of("https://youtube.com.example.org/watch?v=abcDEF_123-"), None);
        assert_eq!(of("https://example.org/watch?v=abcDEF_123-"), None);
        assert_eq!(of("https://user@evil.example/youtube.com/embed/abcdef"), None);
        assert_eq!(of("https://www.youtube.com/watch?v=%22%3E%3Cscript"), None);
    }
}
