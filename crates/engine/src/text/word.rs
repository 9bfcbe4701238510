//! Words and their normal forms.
