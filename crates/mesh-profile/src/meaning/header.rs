//! What the words of a header say.

use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

/// Shorter words count only where they stand alone: "ip" says nothing in "ship".
const LONG_ENOUGH_WITHIN: usize = 6;

/// A header, taken apart.
pub(super) struct Header {
    tokens: Vec<String>,
    whole: String,
}

/// A word to look for, folded as headers are.
pub(super) struct Word {
    folded: String,
    within: bool,
    pub(super) shown: &'static str,
}

impl Word {
    /// `~` before a short word says that it counts within others too, `=` before a long one that it doesn't.
    pub(super) fn list(words: &'static str) -> Vec<Self> {
        words
            .split_whitespace()
            .map(|word| {
                let shown = word.trim_start_matches(['~', '=']);
                let folded = fold(shown);
                let long = folded.chars().count() >= LONG_ENOUGH_WITHIN || !folded.is_ascii();
                Self {
                    within: word.starts_with('~') || long && !word.starts_with('='),
                    folded,
                    shown,
                }
            })
            .collect()
    }
}

impl Header {
    pub(super) fn of(text: &str) -> Self {
        let mut tokens = vec![String::new()];
        let mut before = ' ';
        for each in text.chars() {
            let turns = before.is_lowercase() && each.is_uppercase()
                || before.is_alphabetic() && each.is_numeric()
                || before.is_numeric() && each.is_alphabetic();
            if (turns || !each.is_alphanumeric() && !is_combining_mark(each))
                && tokens.last().is_some_and(|last| !last.is_empty())
            {
                tokens.push(String::new());
            }
            if (each.is_alphanumeric() || is_combining_mark(each))
                && let Some(last) = tokens.last_mut()
            {
                last.push(each);
            }
            before = each;
        }
        let tokens: Vec<String> = tokens
            .iter()
            .map(|token| fold(token))
            .filter(|token| !token.is_empty())
            .collect();
        Self {
            whole: tokens.concat(),
            tokens,
        }
    }

    /// The first of these words that the header says.
    pub(super) fn says<'w>(&self, words: &'w [Word]) -> Option<&'w Word> {
        words.iter().find(|word| self.has(word))
    }

    fn has(&self, word: &Word) -> bool {
        if word.within && self.whole.contains(&word.folded) {
            return true;
        }
        let tokens = self.tokens.iter();
        self.tokens.contains(&word.folded)
            || tokens.clone().zip(tokens.skip(1)).any(|(one, two)| {
                word.folded.len() == one.len() + two.len()
                    && word.folded.starts_with(one.as_str())
                    && word.folded.ends_with(two.as_str())
            })
    }
}

/// Lower case without marks.
pub(super) fn fold(text: &str) -> String {
    text.nfkd()
        .filter(|each| !is_combining_mark(*each))
        .flat_map(char::to_lowercase)
        .map(|each| match each {
            'ß' => 's',
            'ø' => 'o',
            'ł' => 'l',
            'đ' => 'd',
            'ı' => 'i',
            other => other,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_in_any_spelling() {
        let words = Word::list("firstname ip ~mail geburtsdatum телефон");
        let says = |header: &str| Header::of(header).says(&words).map(|word| word.shown);
        assert_eq!(says("First Name"), Some("firstname"));
        assert_eq!(says("customerFirstName2"), Some("firstname"));
        assert_eq!(says("ip_address"), Some("ip"));
        assert_eq!(says("shipping"), None);
        assert_eq!(says("KundenMail"), Some("~mail".trim_start_matches('~')));
        assert_eq!(says("GEBURTSDATUM"), Some("geburtsdatum"));
        assert_eq!(says("Телефон клиента"), Some("телефон"));
    }
}
