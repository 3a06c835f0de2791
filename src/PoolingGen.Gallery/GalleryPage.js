// Every picture shows the place that the pointer is at in one of them.
document.addEventListener("pointermove", event => {
  const view = event.target.closest(".view");
  if (!view) return;
  const box = view.getBoundingClientRect();
  document.documentElement.style.setProperty("--x", (event.clientX - box.left) / box.width);
  document.documentElement.style.setProperty("--y", (event.clientY - box.top) / box.height);
});
