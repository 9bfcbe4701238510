//! Going from view to view as a reader does: addresses, reload, Back, tabs.

use super::Browser;

impl Browser {
    /// Goes to a view, by what its address has from the `#` on.
    #[track_caller]
    pub fn goto(&self, hash: &str) {
        self.open(&format!("{}{hash}", self.base));
    }

    /// Opens any address, such as one that was copied.
    #[track_caller]
    pub fn open(&self, address: &str) {
        self.wait(self.client.goto(address), address);
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

    /// Waits until the page has been kept for reading without a network.
    #[track_caller]
    pub fn wait_until_kept(&self) {
        let script = "return !!(navigator.serviceWorker && navigator.serviceWorker.controller)";
        self.wait_until("the page to be kept", || self.script(script) == true);
    }

    /// Waits for something to become true, ten seconds at most.
    #[track_caller]
    pub fn wait_until(&self, what: &str, holds: impl Fn() -> bool) {
        let start = std::time::Instant::now();
        while !holds() {
            if start.elapsed() > super::elements::PATIENCE {
                panic!("waiting for {what}: it did not come");
            }
            std::thread::sleep(std::time::Duration::from_millis(20));
        }
    }
}
