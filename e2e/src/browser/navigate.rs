//! Going from view to view as a reader does: addresses, reload, Back, tabs.

use super::Browser;

impl Browser {
    /// Goes to a view, by what its address has from the `#` on, and waits until the page runs.
    #[track_caller]
    pub fn goto(&self, hash: &str) {
        self.open(&format!("{}{hash}", self.base));
    }

    /// Opens any address of the page, such as one that was copied, and waits until the page runs.
    #[track_caller]
    pub fn open(&self, address: &str) {
        self.open_any(address);
        self.wait_started();
    }

    /// Opens any address, whatever is there.
    #[track_caller]
    pub fn open_any(&self, address: &str) {
        self.wait(self.client.goto(address), address);
    }

    /// The same where nobody may answer: whether something came.
    pub fn try_open(&self, address: &str) -> bool {
        self.runtime.block_on(self.client.goto(address)).is_ok()
    }

    /// Waits until the page runs, or says why it does not. What is drawn before is only to be read.
    #[track_caller]
    fn wait_started(&self) {
        let script = "return !document.querySelector('#boot') || !!document.querySelector('#boot [role=alert]')";
        self.wait_until("the page to start", || self.script(script) == true);
    }

    /// The whole address shown.
    #[track_caller]
    pub fn address(&self) -> String {
        self.wait(self.client.current_url(), "the address").into()
    }

    /// What the address has from the `#` on, or nothing.
    #[track_caller]
    pub fn hash(&self) -> String {
        let address = self.address();
        address.find('#').map(|at| address[at..].to_owned()).unwrap_or_default()
    }

    /// Loads the page anew.
    #[track_caller]
    pub fn reload(&self) {
        self.wait(self.client.refresh(), "reload");
        self.wait_started();
    }

    /// One step back.
    #[track_caller]
    pub fn back(&self) {
        self.wait(self.client.back(), "back");
    }

    /// One step forward.
    #[track_caller]
    pub fn forward(&self) {
        self.wait(self.client.forward(), "forward");
    }

    /// Opens a view in a new tab, and stays there.
    #[track_caller]
    pub fn new_tab(&self, hash: &str) {
        let tab = self.wait(self.client.new_window(true), "a new tab");
        self.wait(self.client.switch_to_window(tab.handle), "the new tab");
        self.goto(hash);
    }

    /// Goes to another tab, by its number in the order they were opened in.
    #[track_caller]
    pub fn switch_to_tab(&self, number: usize) {
        let tabs = self.wait(self.client.windows(), "the tabs");
        let Some(tab) = tabs.into_iter().nth(number) else { panic!("there is no tab {number}") };
        self.wait(self.client.switch_to_window(tab), "the other tab");
    }

    /// Waits until these words are in the address.
    #[track_caller]
    pub fn wait_for_hash(&self, part: &str) {
        self.wait_until(&format!("`{part}` in the address"), || self.hash().contains(part));
    }

    /// Waits until the page says that it has been kept for reading without a network.
    #[track_caller]
    pub fn wait_until_kept(&self) {
        self.wait_for_text(".offline-badge", "Works offline");
    }

    /// Waits for something to become true, half a minute at most.
    #[track_caller]
    pub fn wait_until(&self, what: &str, holds: impl Fn() -> bool) {
        self.wait_or(holds, || what.to_owned());
    }

    /// Waits for something to become true; what did not come is told as it stands then.
    #[track_caller]
    pub(super) fn wait_or(&self, holds: impl Fn() -> bool, what: impl Fn() -> String) {
        let start = std::time::Instant::now();
        while !holds() {
            if start.elapsed() > super::elements::PATIENCE {
                panic!("waiting for {}: it did not come", what());
            }
            std::thread::sleep(std::time::Duration::from_millis(20));
        }
    }
}
