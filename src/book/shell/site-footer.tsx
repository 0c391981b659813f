/** Below every page: what the book does with the reader's data, and whose it is. */
export function SiteFooter({ root }: { root: string }) {
  return (
    <footer className="site-footer">
      <p>
        Nothing leaves your computer: no account, no tracking, no other site. Pictures and numbers
        you give to a figure stay in this page.
      </p>
      <p>
        Receptive is free to use, change and share under the{" "}
        <a href={`${root}license.txt`}>MIT licence</a>, and stands on{" "}
        <a href={`${root}third-party-licenses.md`}>the work of others</a>. For the curious:{" "}
        <a href={`${root}lab/`}>the lab</a> shows every figure in every state.
      </p>
    </footer>
  );
}
