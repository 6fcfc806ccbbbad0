//! A window with nothing in it: what every program of this kind needs at
//! least. The benchmark of memory subtracts it.

fn main() {
    tauri::Builder::default()
        .run(tauri::generate_context!("examples/empty/tauri.conf.json"))
        .expect("an empty window opens");
}
